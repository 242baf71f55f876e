import type { Mapping } from '../../../definitions/index.ts';
import type { FileFormat } from '../layout/file-format.ts';
import type { IgnoredColumn } from '../layout/ignored-columns.ts';
import type { Skipped } from '../layout/opening.ts';
import type { Rejection } from '../plan.ts';
import type { UnknownValue } from './unknown-values.ts';
import type { ValueExample } from './value-examples.ts';

/** The reason for a column's proposed field; `none` if no field is proposed. */
export const REASONS = ['mapping', 'label', 'code', 'header', 'content', 'position', 'none'] as const;
export type Reason = (typeof REASONS)[number];

/** A column of a file and its proposed field. */
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
  /** The cells that its list field does not know, the most frequent first; absent without any. */
  readonly unknownValues?: UnknownValue[];
}

/** A doubt about the file that does not prevent the import. */
export interface PreviewWarning {
  readonly code: string;
  readonly detail: string;
  /** Position of the column, counted from 1; absent for a warning about the whole file. */
  readonly column?: number;
  /** Some of the values that it is about. */
  readonly examples?: ValueExample[];
}

/** A column that feeds a field. */
export interface ImportedColumn extends IgnoredColumn {
  /** Code of the field. */
  readonly field: string;
  readonly label: string;
}

/** The columns in an import that is started as requested, without the proposed mapping. */
export interface AsItStands {
  readonly imported: ImportedColumn[];
  readonly ignored: IgnoredColumn[];
}

/** The result of an import, estimated from the beginning of its file. */
export interface FilePreview {
  /** Absent if no record can be read. */
  readonly fileFormat?: FileFormat;
  /** The lines above the header row or the first record, which are not imported. */
  readonly skipped: readonly Skipped[];
  /** The rejection of the import as requested. */
  readonly rejection?: Rejection;
  /** The columns of the import as requested; absent if it would be rejected. */
  readonly asItStands?: AsItStands;
  /** The rejection of the import with the mapping below. */
  readonly rejectionWithMapping?: Rejection;
  readonly columns: readonly ColumnProposal[];
  /** The first records. */
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly warnings: readonly PreviewWarning[];
  /** The mapping of `columns`, in the form of an import's request. */
  readonly mapping: Mapping;
}
