import * as fc from 'fast-check';
import type { BulkJob } from '../../functions/customers/index.ts';
import { bulkJobOf } from './bulk-job.ts';
import type { Turn } from './interleaving.ts';
import type { MemoryCustomer } from './memory-customers.ts';

// Two imports of one CRM table whose calls are interleaved at will, the older one delayed past its lease, and others who edit,
// delete and, long after, remove customers.

export type Worker = 'older' | 'newer' | 'desk';

export type Cells = readonly [string, string];

export interface GivenImport {
  readonly records: Readonly<Record<string, Cells>>;
  readonly mode: BulkJob['mode'];
  readonly blank: BulkJob['blank'];
}

export interface DeskAction {
  readonly kind: 'edit' | 'delete' | 'expire';
  readonly customerId: string;
}

export interface TwoImports {
  readonly stored: Readonly<Record<string, MemoryCustomer>>;
  readonly older: GivenImport;
  readonly newer: GivenImport;
  readonly desk: readonly DeskAction[];
  readonly turns: readonly Turn<Worker>[];
}

const BEFORE = '2026-11-22T11:00:00.000Z';
/** When the imports start, and between the two of them a deletion. */
const STARTED_AT = { older: '2026-11-22T12:00:00.000Z', newer: '2026-11-22T13:00:00.000Z' };
export const DELETED_AT = '2026-11-22T12:30:00.000Z';
export const FENCES = { older: 1, newer: 2 };

export function jobOf(worker: 'older' | 'newer', { mode, blank }: GivenImport, change: Partial<BulkJob> = {}): BulkJob {
  return bulkJobOf({ importId: worker, fence: FENCES[worker], startedAt: STARTED_AT[worker], mode, blank, ...change });
}

const someId = fc.constantFrom('a', 'b', 'c');
const someCells: fc.Arbitrary<Cells> = fc.tuple(fc.constantFrom('', 'x', 'y'), fc.constantFrom('', 'z'));
const anyImport: fc.Arbitrary<GivenImport> = fc.record({
  records: fc.dictionary(someId, someCells, { minKeys: 1 }),
  mode: fc.constantFrom('upsert', 'upsert', 'insert-only', 'update-only'),
  blank: fc.constantFrom('clear', 'keep'),
});
const live = fc.record({
  version: fc.constantFrom(1, 2),
  importId: fc.constantFrom('import-0', undefined),
  fence: fc.constantFrom(undefined, 0),
  deletedAt: fc.constant(undefined),
  values: fc.constantFrom<Record<string, string>>({}, { P021: 'x' }, { P021: 'y', P022: 'z' }),
});
const tombstone = fc.record({
  version: fc.constantFrom(1, 2),
  importId: fc.constant(undefined),
  deletedAt: fc.constantFrom(BEFORE, DELETED_AT),
  values: fc.constant({}),
});

export const anyTwoImports: fc.Arbitrary<TwoImports> = fc.record({
  stored: fc.dictionary(someId, fc.oneof(live, live, tombstone)),
  older: anyImport,
  newer: anyImport,
  desk: fc.array(fc.record({ kind: fc.constantFrom('edit', 'delete', 'expire'), customerId: someId }), {
    maxLength: 4,
  }),
  turns: fc.array(
    fc.record({
      worker: fc.constantFrom<Worker>('older', 'newer', 'desk'),
      steps: fc.integer({ min: 1, max: 12 }),
      pick: fc.nat(3),
    }),
    { maxLength: 20 },
  ),
});

const of = (record: Cells): GivenImport => ({ records: { a: record }, mode: 'upsert', blank: 'clear' });
const turn = (worker: Worker, steps: number): Turn<Worker> => ({ worker, steps, pick: 0 });
const race = { older: of(['older', '']), newer: of(['newer', '']) };
const imported: MemoryCustomer = { version: 1, importId: 'import-0', deletedAt: undefined, values: { P021: 'x' } };
const deleted: MemoryCustomer = { version: 2, importId: 'import-0', deletedAt: BEFORE, values: {} };

/** Races that random runs find rarely: in both, a customer is removed completely and stored again with the version that was read. */
export const RARE_RACES: ReadonlyArray<readonly [TwoImports]> = [
  [
    {
      ...race,
      stored: { a: imported },
      desk: [
        { kind: 'delete', customerId: 'a' },
        { kind: 'expire', customerId: 'a' },
      ],
      // The older import has compared and is about to update; the newer one inserts version 1.
      turns: [turn('older', 2), turn('desk', 4), turn('newer', 20)],
    },
  ],
  [
    {
      ...race,
      stored: { a: deleted },
      desk: [
        { kind: 'expire', customerId: 'a' },
        { kind: 'delete', customerId: 'a' },
      ],
      // The older import is about to replace the tombstone; the newer one's customer becomes a tombstone of the same version.
      turns: [turn('older', 6), turn('desk', 2), turn('newer', 20), turn('desk', 2)],
    },
  ],
];
