import type { ObjectStore } from '../../ports.ts';
import type { RecordFormat } from '../csv/record-format.ts';
import type { ImportLimits } from '../limits.ts';

/** The part of the source object that holds records: byte order mark and header row are already behind `dataStart`. */
export interface SortSource {
  readonly key: string;
  readonly versionId: string | undefined;
  /** Bytes of the whole object. */
  readonly size: number;
  /** Offset of the first byte after the header row. */
  readonly dataStart: number;
  /** Physical line at `dataStart`; the first line of the file is 1. */
  readonly dataLine: number;
}

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
