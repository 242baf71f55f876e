import type { MemoryCustomer } from '../../support/memory-customers.ts';

/** Records of a file: the Customer ID, and the cells of the mapped columns. */
export type Rows = ReadonlyArray<readonly [id: string, ...cells: string[]]>;

/** Times shortly before and after the start of the import. */
export const BEFORE = '2026-11-22T11:59:59.999Z';
export const AFTER = '2026-11-22T12:00:00.001Z';

/** A stored customer that another import has written. */
export function row(P021: string, change: Partial<MemoryCustomer> = {}): MemoryCustomer {
  return { version: 1, importId: 'other', deletedAt: undefined, values: P021 === '' ? {} : { P021 }, ...change };
}
