import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { RecordFormat } from '../../domain/csv/record-format.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import type { SortSource } from '../../domain/sort/sort-source.ts';

export type SortStage = 'scan' | 'resolved' | 'run' | 'cut' | 'upload' | 'merge' | 'index';

export interface SortKeys {
  /** The key of the result of one chunk; `suffix` distinguishes several objects of one chunk. */
  work(stage: SortStage, chunk: number, suffix?: string): string;
  readonly sorted: string;
}

/** The input of the sort stage. The same job always produces the same objects. */
export interface SortJob {
  readonly store: ObjectStore;
  readonly source: SortSource;
  readonly format: RecordFormat;
  readonly limits: ImportLimits;
  /** The part of a generated ID before its number, e.g. `VOUCIM_`. */
  readonly idPrefix: string;
  readonly keys: SortKeys;
}
