import { newSingles, type Single } from '../../search/index.ts';
import type { BulkJob } from './bulk-job.ts';
import { type Cells, CLEARED, type ValuesBefore } from './customer-fields.ts';

interface WrittenCustomer {
  readonly customerId: string;
  readonly cells: Cells;
}

const storedValue = (cell: string | undefined): string | undefined => (cell === CLEARED ? '' : cell);

/** The single entries of a customer that an import creates. */
export function singlesOfInsert({ table, columns }: BulkJob, { customerId, cells }: WrittenCustomer): Single[] {
  const values = Object.fromEntries(columns.map(({ code }, index) => [code, storedValue(cells[index])]));
  return newSingles(table, customerId, undefined, values);
}

/**
 * The single entries of a customer that an import updates.
 * @param before the values before of the fields that it changes; undefined if they are not known: then every value is new
 */
export function singlesOfUpdate(
  { table, columns }: BulkJob,
  { customerId, cells }: WrittenCustomer,
  before: ValuesBefore | undefined,
): Single[] {
  const changed = columns.flatMap(({ code }, index): [string, string | undefined][] =>
    before === undefined || code in before ? [[code, storedValue(cells[index])]] : [],
  );
  return newSingles(table, customerId, before ?? {}, Object.fromEntries(changed));
}
