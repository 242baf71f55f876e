import type { RecordFormat } from '../../domain/csv/record-format.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import type { SortSource } from '../../domain/sort/sort-source.ts';
import type { ObjectStore } from '../../ports.ts';

export type SortStage = 'scan' | 'resolved' | 'run' | 'cut' | 'upload' | 'merge' | 'index';

export interface SortKeys {
  /** Where the result of one chunk of one stage is kept; `suffix` tells several objects of one chunk apart. */
  work(stage: SortStage, chunk: number, suffix?: string): string;
  /** The sorted file. */
  readonly sorted: string;
}

/** Everything that the use cases of the sort stage work on. The same job always gives the same objects. */
export interface SortJob {
  readonly store: ObjectStore;
  readonly source: SortSource;
  readonly format: RecordFormat;
  readonly limits: ImportLimits;
  /** What stands before the number in IDs that the CRM table generates, e.g. `VOUCIM_`. */
  readonly idPrefix: string;
  readonly keys: SortKeys;
}
