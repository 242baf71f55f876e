import { CUSTOMER_ID_CODE, type PublishedTable } from '../../functions/crm-tables/index.ts';
import type { CustomerRecord } from '../../functions/customers/domain/customer-record.ts';
import type { HistoryEvent } from '../../functions/customers/domain/history-event.ts';
import type { CustomerHistory, CustomerRecords, EditReply } from '../../functions/customers/ports.ts';
import type { MemoryCustomer, MemoryCustomers } from './memory-customers.ts';

function recordOf(customerId: string, row: MemoryCustomer): CustomerRecord {
  const { version, importId, fence = 0, deletedAt, values } = row;
  return { customerId, version, importId, fence, deletedAt, values, imports: [], deletedVersion: 0, bytes: 100 };
}

/** The ports of single customers over the same rows that imports write, with the conditions of the real ones. */
export class MemoryDesk {
  readonly events = new Map<string, HistoryEvent[]>();
  readonly #rows: MemoryCustomers['rows'];

  constructor({ rows }: MemoryCustomers) {
    this.#rows = rows;
  }

  readonly records: CustomerRecords = {
    read: async (_, customerId) => {
      const row = this.#rows.get(customerId);
      return row && recordOf(customerId, row);
    },
    readMany: async (_, customerIds) =>
      customerIds.flatMap((customerId) => {
        const row = this.#rows.get(customerId);
        return row ? [recordOf(customerId, row)] : [];
      }),
    create: async (fields, { customerId, cells }, tombstone, event) => {
      const found = this.#rows.get(customerId);
      if (found?.version !== tombstone?.version) return 'condition-failed';
      const values = Object.fromEntries(fields.columns.map(({ code }, index) => [code, cells[index] ?? '']));
      const { importId, fence } = found ?? { importId: undefined };
      return this.#write(
        customerId,
        { version: event.version, importId, ...(fence && { fence }), deletedAt: undefined, values },
        event,
      );
    },
    update: async (fields, { customerId, cells }, before, event) => {
      const found = this.#rows.get(customerId);
      if (!found || found.version !== before.version || found.deletedAt !== undefined) return 'condition-failed';
      const changed = Object.fromEntries(fields.columns.map(({ code }, index) => [code, cells[index] ?? '']));
      return this.#write(
        customerId,
        { ...found, version: event.version, values: { ...found.values, ...changed } },
        event,
      );
    },
    remove: async (_, { customerId, version }, event) => {
      const found = this.#rows.get(customerId);
      if (found?.version !== version) return 'condition-failed';
      return this.#write(customerId, { ...found, version: event.version, deletedAt: event.at, values: {} }, event);
    },
  };

  readonly history: CustomerHistory = {
    list: async (_, customerId) => ({ items: [...(this.events.get(customerId) ?? [])].reverse() }),
    placeOf: ({ id }) => id,
    findRemoval: async () => undefined,
    listRemovals: async () => [],
    removeValues: async () => 'complete',
  };

  #write(customerId: string, { values, ...row }: MemoryCustomer, event: HistoryEvent): EditReply {
    const given = Object.entries(values).filter(([code, value]) => code !== CUSTOMER_ID_CODE && value !== '');
    this.#rows.set(customerId, { ...row, values: Object.fromEntries(given) });
    this.events.set(customerId, [...(this.events.get(customerId) ?? []), event]);
    return 'written';
  }
}

export const publishedIn = (table: PublishedTable) => ({
  readPublished: async () => ({ status: 'published' as const, table }),
  readVersion: async () => table,
});
