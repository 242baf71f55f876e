import { CUSTOMER_ID_CODE, type PublishedTable } from '../../functions/crm-tables/index.ts';
import type { BulkJob, CustomerBulk, Intent, Outcome, PreparedCustomer } from '../../functions/customers/index.ts';
import { textField, voucim } from './published-table.ts';

/** A CRM table with two plain text fields, P021 and P022, in addition to the Customer ID. */
export function twoFieldTable(change: Partial<PublishedTable> = {}): PublishedTable {
  const ids = voucim().fields.filter(({ code }) => code === CUSTOMER_ID_CODE);
  return voucim({ prefix: 'TWO', fields: [...ids, textField('P021'), textField('P022')], ...change });
}

/** A job that maps every field of its table. */
export function bulkJobOf(change: Partial<BulkJob> = {}): BulkJob {
  const table = change.table ?? twoFieldTable();
  return {
    table,
    importId: 'import-1',
    fence: 1,
    startedAt: '2026-11-22T12:00:00.000Z',
    columns: table.fields.filter(({ code }) => code !== CUSTOMER_ID_CODE),
    blank: 'clear',
    mode: 'upsert',
    conflicts: 'import-wins',
    dryRun: false,
    generatedIds: false,
    search: 'singles',
    ...change,
  };
}

/** Prepares a record that has to be fine. */
export function prepared(
  bulk: CustomerBulk,
  intent: Intent,
  customerId: string,
  cells: readonly string[],
): PreparedCustomer {
  const found = bulk.prepare(intent, customerId, cells);
  if (found.rejected) throw new Error(`${customerId}: ${found.rejected.map(({ code }) => code).join()}`);
  return found;
}

/** Collects fates by Customer ID: the kind, or for a failed one its codes. A second fate of a record is an error. */
export class Fates {
  readonly byId: Record<string, string> = {};

  readonly onOutcome = ({ customerId }: PreparedCustomer, outcome: Outcome): void => {
    if (customerId in this.byId) throw new Error(`${customerId} has two fates`);
    this.byId[customerId] = outcome.kind === 'failed' ? outcome.problems.map(({ code }) => code).join() : outcome.kind;
  };

  /** How many have each fate. */
  get counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const fate of Object.values(this.byId)) counts[fate] = (counts[fate] ?? 0) + 1;
    return counts;
  }
}
