import type { Violation } from '../../shared/api/api-error.ts';
import type { components } from '../../shared/api/schema.ts';
import { FROM_FILE } from './text.ts';

type Schemas = components['schemas'];
export type CrmTableProposal = Schemas['CrmTableProposal'];
export type ProposedColumn = CrmTableProposal['columns'][number];
export type FileOptions = Schemas['FileOptions'];
export type ColumnEdit = Omit<Schemas['ColumnChoice'], 'column'>;
type Choices = Schemas['CrmTableChoices'];
type Field = Schemas['Field'];
type Warning = CrmTableProposal['warnings'][number];

/** What the person has changed in the proposal. */
export interface Edits {
  /** The position of the column; null for none; undefined for the proposed one. */
  readonly customerId: number | null | undefined;
  readonly columns: ReadonlyMap<number, ColumnEdit>;
}

export const NO_EDITS: Edits = { customerId: undefined, columns: new Map() };

/** The edits with changes of a column; undefined removes a member. */
export function editColumn(edits: Edits, position: number, changes: { [Name in keyof ColumnEdit]: unknown }): Edits {
  const merged = Object.entries({ ...edits.columns.get(position), ...changes });
  const edit: ColumnEdit = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  return { ...edits, columns: new Map([...edits.columns, [position, edit]]) };
}

/** The edits without those of a column. */
export const resetColumn = (edits: Edits, position: number): Edits => ({
  ...edits,
  columns: new Map([...edits.columns].filter(([each]) => each !== position)),
});

/** A Customer ID cannot be left out, so its column gets a field again. */
export function chooseCustomerId(edits: Edits, customerId: number | null): Edits {
  const chosen = { ...edits, customerId };
  return customerId === null
    ? chosen
    : editColumn(chosen, customerId, { leaveOut: undefined, code: undefined, type: undefined, dateForm: undefined });
}

const isCode = (text: string): boolean => /^P\d{3}$/.test(text);

/** The faults of the edits that need no values of the file, by position of the column. */
export function faultsOf({ columns }: Edits): ReadonlyMap<number, { readonly label?: string; readonly code?: string }> {
  return new Map(
    [...columns].flatMap(([position, { label, code }]) => {
      const faults = {
        ...(label?.trim() === '' && { label: FROM_FILE.settings.labelRule }),
        ...(code !== undefined && !isCode(code) && { code: FROM_FILE.settings.codeRule }),
      };
      return Object.keys(faults).length === 0 ? [] : [[position, faults] as const];
    }),
  );
}

/** The edits as the API takes them. Members that it would reject wait until the person has corrected them. */
export function choicesOf({ customerId, columns }: Edits): Choices {
  return {
    ...(customerId !== undefined && { customerId }),
    columns: [...columns].map(([column, { label, code, ...edit }]) => ({
      column,
      ...edit,
      ...(label !== undefined && label.trim() !== '' && { label: label.trim() }),
      ...(code !== undefined && isCode(code) && { code }),
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
  return violations.find(({ pointer }) => pointer === `/choices/columns/${at}/${member}`)?.detail;
}

export const fieldOf = ({ draft }: CrmTableProposal, { field }: ProposedColumn): Field | undefined =>
  draft.fields.find(({ code }) => code === field);

export const warningsOf = ({ warnings }: CrmTableProposal, position: number): readonly Warning[] =>
  warnings.filter(({ column }) => column === position);

/** The warnings about the whole file. */
export const warningsOfFile = ({ warnings }: CrmTableProposal): readonly Warning[] =>
  warnings.filter(({ column }) => column === undefined);

/** Whether an import of the file needs more than the CRM table itself says. */
export const needsDefinition = ({ options, mapping }: CrmTableProposal): boolean =>
  mapping.length > 0 || Object.keys(options).length > 0;
