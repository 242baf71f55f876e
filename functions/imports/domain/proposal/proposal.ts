import type { Draft } from '../../../crm-tables/index.ts';
import type { DateForm, Mapping, OptionChoices } from '../../../definitions/index.ts';
import type { FileFormat } from '../layout/file-format.ts';
import type { Skipped } from '../layout/opening.ts';
import type { PreviewWarning } from '../preview/preview.ts';
import type { ValueExample } from '../preview/value-examples.ts';
import type { TableChoices } from './choices.ts';

/** The reasons for the parts of a proposed field, each one sentence. */
export interface FieldReasons {
  /** For the code: a standard field, or a custom one. */
  readonly code: string;
  readonly type: string;
  readonly maxLength: string;
  readonly search: string;
}

/** A form in which nearly all values of a column are dates. */
export interface ProposedDateForm {
  readonly form: DateForm;
  /** The number of values that are no dates in it: if it is chosen, an import rejects their records. */
  readonly contradictingCount: number;
  /** Some of them. */
  readonly contradicting: ValueExample[];
}

/** A column of the file, and the field that is proposed for it. */
export interface ProposedColumn {
  /** Counted from 1. */
  readonly position: number;
  /** The cell of the header row. */
  readonly name?: string;
  /** Code of the field in the draft; null for a column that is left out. */
  readonly field: string | null;
  /** Absent for a column that is left out. */
  readonly reasons?: FieldReasons;
  /** The number of values that contradict the type, or that prevent a narrower one. */
  readonly contradictingCount: number;
  /** Some of them. */
  readonly contradicting: ValueExample[];
  /** The forms in which nearly all values are dates; empty unless the column holds dates in another form than YYYY-MM-DD. */
  readonly dateForms: readonly ProposedDateForm[];
  /** The form that the person has chosen, if it is one of these: an import reads the values in this form. */
  readonly dateForm?: DateForm;
  /** Some of its values, each once. */
  readonly samples: readonly string[];
}

/** The Customer ID of the proposed table. */
export interface ProposedCustomerId {
  /** Position of its column, counted from 1; null if Customer IDs have to be generated. */
  readonly column: number | null;
  readonly reason: string;
  /** Values that prevent a column with a fitting name from being the Customer ID, or contradict the chosen column. */
  readonly contradicting: ValueExample[];
}

export interface ProposalRequest {
  /** The proposed name of the table. */
  readonly name: string;
  /** Reads telephone numbers without a country code. */
  readonly defaultCountry: string;
  readonly options: OptionChoices;
  /** What a person has changed. */
  readonly choices: TableChoices;
}

/** A CRM table that accepts a file, going by the file's beginning. */
export interface TableProposal {
  readonly fileFormat: FileFormat;
  /** Lines above the header row, or above the first record, that are not imported. */
  readonly skipped: Skipped[];
  readonly recordsRead: number;
  /** The number of those that no table can accept. */
  readonly recordsUnreadable: number;
  /** The number of those that an import rejects because of what the person has chosen; 0 for a proposal without choices. */
  readonly recordsRejected: number;
  readonly draft: Draft;
  readonly customerId: ProposedCustomerId;
  readonly columns: ProposedColumn[];
  /** The first records. */
  readonly rows: string[][];
  readonly warnings: PreviewWarning[];
  /** What an import of the file into the table needs in addition to the detected format; empty if nothing. */
  readonly options: OptionChoices;
  /** Empty if the columns find their fields by their names or their order. */
  readonly mapping: Mapping;
}
