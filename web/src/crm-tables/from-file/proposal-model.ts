import type { Violation } from '../../shared/api/api-error.ts';
import type { components } from '../../shared/api/schema.ts';
import { DESIGNER } from '../designer/text.ts';
import { FROM_FILE } from './text.ts';

type Schemas = components['schemas'];
export type CrmTableProposal = Schemas['CrmTableProposal'];
export type ProposedColumn = CrmTableProposal['columns'][number];
export type FileOptions = Schemas['FileOptions'];
export type ColumnEdit = Omit<Schemas['ColumnChoice'], 'column'>;
/** Members that change; undefined removes the choice. */
export type ColumnChanges = { [Name in keyof ColumnEdit]: unknown };
/** The choices of the person for one column, and how to change them. */
export interface ColumnEditing {
  readonly edit: ColumnEdit;
  readonly isCustomerId: boolean;
  /** What the API reports for a member. */
  readonly reported: (member: string) => string | undefined;
  readonly change: (changes: ColumnChanges) => void;
}

type Choices = Schemas['CrmTableChoices'];
export type Field = Schemas['Field'];
type ImportOptions = Schemas['ImportOptions'];

/** The options that decide how a file is read, of all that an import has. */
export const fileOptionsOf = ({
  encoding,
  compression,
  delimiter,
  header,
  skipLines,
  customerId,
}: ImportOptions): FileOptions => ({ encoding, compression, delimiter, header, skipLines, customerId });

type Warning = CrmTableProposal['warnings'][number];

/** What the person has changed in the proposal. */
export interface Edits {
  /** The position of the column; null for none; undefined for the proposed one. */
  readonly customerId: number | null | undefined;
  readonly columns: ReadonlyMap<number, ColumnEdit>;
}

export const NO_EDITS: Edits = { customerId: undefined, columns: new Map() };

/** The edits with changes of a column; undefined removes a member. */
export function editColumn(edits: Edits, position: number, changes: ColumnChanges): Edits {
  const merged = Object.entries({ ...edits.columns.get(position), ...changes });
  const edit: ColumnEdit = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  return { ...edits, columns: new Map([...edits.columns, [position, edit]]) };
}

/** The edits without those of a column. */
export const resetColumn = (edits: Edits, position: number): Edits => ({
  ...edits,
  columns: new Map([...edits.columns].filter(([each]) => each !== position)),
});

/** The Customer ID keeps its code, type and length, and agents always find it. */
const NO_FIELD_EDITS: ColumnChanges = {
  ...{ leaveOut: undefined, code: undefined, type: undefined, dateForm: undefined },
  ...{ maxLength: undefined, listValues: undefined, search: undefined },
};

/** A Customer ID cannot be left out, so its column gets a field again. */
export function chooseCustomerId(edits: Edits, customerId: number | null): Edits {
  const chosen = { ...edits, customerId };
  return customerId === null ? chosen : editColumn(chosen, customerId, NO_FIELD_EDITS);
}

const isCode = (text: string): boolean => /^P\d{3}$/.test(text);

const LONGEST_VALUE = 32_000;
const isLength = (length: number): boolean => Number.isInteger(length) && length >= 1 && length <= LONGEST_VALUE;

interface EditFaults {
  readonly label?: string;
  readonly code?: string;
  readonly maxLength?: string;
}

/** The faults of the edits that need no values of the file, by position of the column. */
export function faultsOf({ columns }: Edits): ReadonlyMap<number, EditFaults> {
  return new Map(
    [...columns].flatMap(([position, { label, code, maxLength }]) => {
      const faults = {
        ...(label?.trim() === '' && { label: FROM_FILE.settings.labelRule }),
        ...(code !== undefined && !isCode(code) && { code: FROM_FILE.settings.codeRule }),
        ...(maxLength !== undefined && !isLength(maxLength) && { maxLength: DESIGNER.lengthRule(LONGEST_VALUE) }),
      };
      return Object.keys(faults).length === 0 ? [] : [[position, faults] as const];
    }),
  );
}

/** The edits as the API takes them. Members that it would reject wait until the person has corrected them. */
export function choicesOf({ customerId, columns }: Edits): Choices {
  return {
    ...(customerId !== undefined && { customerId }),
    columns: [...columns].map(([column, { label, code, maxLength, ...edit }]) => ({
      column,
      ...edit,
      ...(label !== undefined && label.trim() !== '' && { label: label.trim() }),
      ...(code !== undefined && isCode(code) && { code }),
      ...(maxLength !== undefined && isLength(maxLength) && { maxLength }),
    })),
  };
}

/** What the API reports for a member of a column's choices. */
export function reportedFor(
  violations: readonly Violation[],
  { columns = [] }: Choices,
  position: number,
  member: string,
): string | undefined {
  const at = columns.findIndex(({ column }) => column === position);
  const place = `/choices/columns/${at}/${member}`;
  return violations.find(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`))?.detail;
}

export const fieldOf = ({ draft }: CrmTableProposal, { field }: ProposedColumn): Field | undefined =>
  draft.fields.find(({ code }) => code === field);

export const warningsOf = ({ warnings }: CrmTableProposal, position: number): readonly Warning[] =>
  warnings.filter(({ column }) => column === position);

/** The warnings about the whole file. */
export const warningsOfFile = ({ warnings }: CrmTableProposal): readonly Warning[] =>
  warnings.filter(({ column }) => column === undefined);

/** Warnings of the API about choices with which an import rejects records. */
const REJECTIONS = ['value.rejected', 'customer-id.rejects-records'];

export const rejectionsOf = ({ warnings }: CrmTableProposal): readonly Warning[] =>
  warnings.filter(({ code }) => REJECTIONS.includes(code));

/** Whether an import of the file needs more than the CRM table itself says. */
export const needsDefinition = ({ options, mapping }: CrmTableProposal): boolean =>
  mapping.length > 0 || Object.keys(options).length > 0;
