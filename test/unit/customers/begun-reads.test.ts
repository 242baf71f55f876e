import { describe, expect, test } from '@jest/globals';
import type { PublishedLookup } from '../../../functions/crm-tables/ports.ts';
import type { CustomerRecords } from '../../../functions/customers/ports.ts';
import { beginCustomer, beginSearch, beginTable } from '../../../functions/customers/routes/begun-reads.ts';
import { MemoryCustomers } from '../../support/memory-customers.ts';
import { MemoryDesk } from '../../support/memory-desk.ts';
import { voucim } from '../../support/published-table.ts';

const TABLE = voucim();
const PARAMS = { prefix: 'voucim', customerId: 'A1' };

/** Services that note what they read. @param last the version that this environment has read before */
function noting(last = TABLE, lookup: PublishedLookup = { status: 'published', table: TABLE }) {
  const reads: string[] = [];
  const { records } = new MemoryDesk(new MemoryCustomers());
  const read: CustomerRecords['read'] = async (table, customerId, consistent) => {
    reads.push(`${customerId} of version ${table.version}${consistent ? ', consistent' : ''}`);
    return undefined;
  };
  const services = {
    tables: {
      readPublished: async (prefix: string) => {
        reads.push(prefix);
        return lookup;
      },
      readVersion: async () => undefined,
    },
    versions: { lastRead: (prefix: string) => (prefix === last.prefix ? last : undefined) },
    records: { ...records, read },
    search: {
      open: async (prefix: string) => {
        reads.push(`index ${prefix}`);
        return { preparing: [], find: () => Promise.reject(new Error('Nothing is looked for.')) };
      },
    },
  };
  return { reads, services };
}

describe('what a path names is read once, at once', () => {
  test('the CRM table; another one when it is needed', async () => {
    const { reads, services } = noting();
    const { tables } = beginTable(services, PARAMS);
    expect(reads).toEqual(['VOUCIM']);
    expect(await tables?.readPublished('VOUCIM')).toEqual(await tables?.readPublished('VOUCIM'));
    expect(reads).toEqual(['VOUCIM']);
    await tables?.readPublished('OTHER');
    expect(reads).toEqual(['VOUCIM', 'OTHER']);
    expect(beginTable(services, { prefix: '' })).toEqual({});
  });

  test('the head of the index of a search', async () => {
    const { reads, services } = noting();
    const { search } = beginSearch(services, PARAMS);
    await search?.open('VOUCIM');
    expect(reads).toEqual(['index VOUCIM', 'VOUCIM']);
    await search?.open('OTHER');
    expect(reads.at(-1)).toBe('index OTHER');
  });

  test('the customer, by the version that was read last', async () => {
    const { reads, services } = noting();
    const { records } = beginCustomer(services, PARAMS);
    await records?.read(TABLE, 'A1', false);
    expect(reads).toEqual(['A1 of version 1', 'VOUCIM']);
  });
});

describe('a customer is read again', () => {
  test('by a version that was published since, and for a write', async () => {
    const { reads, services } = noting();
    const { records } = beginCustomer(services, PARAMS);
    await records?.read({ ...TABLE, version: 2 }, 'A1', false);
    await records?.read(TABLE, 'A1', true);
    await records?.read(TABLE, 'A2', false);
    const again = ['A1 of version 2', 'A1 of version 1, consistent', 'A2 of version 1'];
    expect(reads).toEqual(['A1 of version 1', 'VOUCIM', ...again]);
  });

  test('and only then if no version of its table was read before', async () => {
    const { reads, services } = noting(voucim({ prefix: 'OTHER' }));
    expect(beginCustomer(services, PARAMS).records).toBeUndefined();
    expect(beginCustomer(services, { ...PARAMS, customerId: '' }).records).toBeUndefined();
    expect(reads).toEqual(['VOUCIM', 'VOUCIM']);
  });
});

test('a reading that fails is no failure of its own', async () => {
  const { services } = noting();
  const failing = () => Promise.reject(new Error('no answer'));
  const { tables } = beginTable({ tables: { ...services.tables, readPublished: failing } }, PARAMS);
  await new Promise(setImmediate);
  await expect(tables?.readPublished('VOUCIM')).rejects.toThrow('no answer');
});
