import { CUSTOMER_ID_CODE, DETAILS_TAB, type Field, type PublishedTable } from '../../../crm-tables/index.ts';
import { isDateType } from '../../../definitions/index.ts';
import { type ColumnChoice, columnChoices, type TableChoices } from './choices.ts';
import { chosenType, withChosenChoices } from './chosen-types.ts';
import type { CodeChoice } from './code-choice.ts';
import { type CustomerIdChoice, chooseCustomerId, chosenCustomerId } from './customer-id.ts';
import { datesInForm } from './date-forms.ts';
import { chooseCodes } from './field-codes.ts';
import { chooseResultColumns, chooseSearchable, type SearchCandidate } from './field-flags.ts';
import { chooseLength, chosenLength, customerIdLength, type LengthChoice } from './field-length.ts';
import type { FileColumn } from './file-columns.ts';
import { inferType } from './infer-type.ts';
import { type InferredType, inferred } from './inferred-type.ts';
import { chooseLabels, generatedIdLabel } from './labels.ts';
import { nameHints } from './name-hints.ts';
import type { FieldReasons } from './proposal.ts';

/** A column with the field that is proposed for it. */
export interface FieldProposal {
  readonly column: FileColumn;
  readonly field: Field;
  readonly reasons: FieldReasons;
  readonly type: InferredType;
}

export interface FieldProposals {
  readonly customerId: CustomerIdChoice;
  /** In the order of the columns, without those for which no code is left. */
  readonly proposals: readonly FieldProposal[];
  /** All fields of the table, in its column order. */
  readonly fields: readonly Field[];
}

/** Proposes a field for each column of a file. @param mayHaveId false if the options say that there are no Customer IDs */
export function proposeFields(
  columns: readonly FileColumn[],
  reference: PublishedTable,
  { mayHaveId, choices }: { readonly mayHaveId: boolean; readonly choices: TableChoices },
): FieldProposals {
  const given = columnChoices(choices);
  const kept = columns.filter(({ position }) => !given.get(position)?.leaveOut);
  const customerId = mayHaveId ? customerIdOf(kept, reference, choices) : NO_CUSTOMER_ID;
  const codes = chooseCodes(columns, customerId, reference, given);
  const labels = chooseLabels(columns, codes, reference, given);
  const typed = columns.flatMap((column, at) => {
    const choice = codes.get(column.position);
    const chosen = given.get(column.position);
    return choice ? [typedColumn({ column, choice, label: labels[at] ?? '', chosen }, reference)] : [];
  });
  const searchable = chooseSearchable(typed);
  const results = chooseResultColumns(typed);
  const proposals = typed.map(({ column, code, label, type, inferredType, length, codeReason }): FieldProposal => {
    const isCustomerId = code === CUSTOMER_ID_CODE;
    const search = searchable.get(code) ?? { search: false, reason: '' };
    const flags = { search: search.search, insert: true, modify: !isCustomerId, result: results.has(code) };
    return {
      column,
      type: inferredType,
      reasons: { code: codeReason, type: inferredType.reason, maxLength: length.reason, search: search.reason },
      field: {
        ...{ code, label, type, maxLength: length.maxLength, required: isCustomerId, flags, strict: false },
        ...{ listValues: [...inferredType.listValues], tab: DETAILS_TAB.id },
      },
    };
  });
  const fields = proposals.map(({ field }) => field);
  if (customerId.position !== undefined) return { customerId, proposals, fields };
  return { customerId, proposals, fields: [...generatedId(labels, reference), ...fields] };
}

const generated = (reason: string): CustomerIdChoice => ({
  position: undefined,
  reason,
  contradicting: [],
  rejectedLines: [],
});

const NO_CUSTOMER_ID = generated('Customer IDs are generated, because the options say so.');

function customerIdOf(
  columns: readonly FileColumn[],
  reference: PublishedTable,
  { customerId }: TableChoices,
): CustomerIdChoice {
  if (customerId === null) return generated('Customer IDs are generated, because you chose so.');
  const chosen = columns.find(({ position }) => position + 1 === customerId);
  return chosen ? chosenCustomerId(chosen) : chooseCustomerId(columns, reference);
}

interface LabelledColumn {
  readonly column: FileColumn;
  readonly choice: CodeChoice;
  readonly label: string;
  /** What the person has chosen for it. */
  readonly chosen: ColumnChoice | undefined;
}

interface TypedColumn extends SearchCandidate {
  readonly label: string;
  readonly codeReason: string;
  readonly inferredType: InferredType;
  readonly length: LengthChoice;
}

function typedColumn({ column, choice, label, chosen }: LabelledColumn, reference: PublishedTable): TypedColumn {
  const { code, reason: codeReason } = choice;
  const standard = reference.fields.find((field) => field.code === code);
  const inferredType = typeOf(column, standard, chosen, reference.defaultCountry);
  const { type } = inferredType;
  const length = lengthOf(column, inferredType, standard, chosen);
  return { column, code, codeReason, label, standard, inferredType, type, length, chosenSearch: chosen?.search };
}

function lengthOf(
  column: FileColumn,
  { type, contradicting, listValues }: InferredType,
  standard: Field | undefined,
  chosen: ColumnChoice | undefined,
): LengthChoice {
  if (standard?.code === CUSTOMER_ID_CODE) return customerIdLength;
  if (chosen?.maxLength !== undefined) return chosenLength(column, chosen.maxLength);
  // A value that is no date is rejected, whatever its length.
  const kept = isDateType({ type }) ? column.values.filter((each) => !contradicting.includes(each)) : column.values;
  const values = [...kept, ...listValues.map((value) => ({ line: 0, value }))];
  return chooseLength({ values }, type, standard?.type === type ? standard.maxLength : undefined);
}

/**
 * The type that the person chose, or else the one that the values suggest. A standard field that holds text, such as a
 * name, stays one, whatever the first values look like; the Customer ID is always text.
 */
function typeOf(
  column: FileColumn,
  standard: Field | undefined,
  { type, dateForm, listValues }: Partial<ColumnChoice> = {},
  defaultCountry: string,
): InferredType {
  const text = inferred('text', `The standard field ${standard?.code} holds text.`);
  if (standard?.code === CUSTOMER_ID_CODE) return text;
  const named = standard?.type === 'telephone' || standard?.type === 'email' ? { [standard.type]: true } : {};
  const evidence = { column, hints: { ...nameHints(column.name), ...named }, defaultCountry };
  if (dateForm && (type === undefined || type === 'date' || type === 'date-time'))
    return datesInForm(evidence, dateForm);
  if (type) return chosenType(evidence, type, listValues);
  return standard?.type === 'text' ? text : withChosenChoices(inferType(evidence), evidence, listValues);
}

function generatedId(labels: readonly string[], reference: PublishedTable): Field[] {
  const standard = reference.fields.find(({ code }) => code === CUSTOMER_ID_CODE);
  return standard ? [{ ...standard, label: generatedIdLabel(labels, reference) }] : [];
}
