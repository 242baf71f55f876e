import type { Mapping } from '../../../definitions/index.ts';
import type { FileFormat } from '../layout/file-format.ts';
import type { IgnoredColumn } from '../layout/ignored-columns.ts';
import type { Skipped } from '../layout/opening.ts';
import type { Rejection } from '../plan.ts';

/** Why a column is thought to feed its field; `none` where it feeds nothing. */
export const REASONS = ['mapping', 'label', 'code', 'header', 'content', 'position', 'none'] as const;
export type Reason = (typeof REASONS)[number];

/** What a column of a file is thought to feed. */
export interface ColumnProposal {
  /** Counted from 1. */
  readonly position: number;
  /** The cell of the header row. */
  readonly name?: string;
  /** Code of the field; null when the column is not imported. */
  readonly field: string | null;
  readonly label?: string;
  readonly reason: Reason;
  /** 0 to 1; 1 is certain. */
  readonly confidence: number;
  /** Some of its values, each once. */
  readonly samples: readonly string[];
}

/** A doubt about the file that does not prevent the import. */
export interface PreviewWarning {
  readonly code: string;
  readonly detail: string;
  /** Position of the column that it is about, counted from 1. */
  readonly column?: number;
}

/** A column that feeds a field. */
export interface ImportedColumn extends IgnoredColumn {
  /** Code of the field. */
  readonly field: string;
  readonly label: string;
}

/** What an import does with the columns of a file when it is started as it was requested, without the proposed mapping. */
export interface AsItStands {
  readonly imported: ImportedColumn[];
  readonly ignored: IgnoredColumn[];
}

/** What an import would make of a file, going by its beginning. */
export interface FilePreview {
  /** Absent where nothing can be read at all. */
  readonly fileFormat?: FileFormat;
  /** What stands above the header row, or the first record, and is not imported. */
  readonly skipped: readonly Skipped[];
  /** Why the import would be rejected as requested. */
  readonly rejection?: Rejection;
  /** What it would do with the columns as requested; absent if it would be rejected. */
  readonly asItStands?: AsItStands;
  /** Why it would be rejected even with the mapping below. */
  readonly rejectionWithMapping?: Rejection;
  readonly columns: readonly ColumnProposal[];
  /** The first records. */
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly warnings: readonly PreviewWarning[];
  /** What the columns above say, as an import takes it. */
  readonly mapping: Mapping;
}
