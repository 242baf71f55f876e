import { CUSTOMER_ID_CODE, DETAILS_TAB, type Field, type PublishedTable } from '../../../crm-tables/index.ts';
import type { CodeChoice } from './code-choice.ts';
import { type CustomerIdChoice, chooseCustomerId } from './customer-id.ts';
import { chooseCodes } from './field-codes.ts';
import { chooseResultColumns, chooseSearchable, type SearchCandidate } from './field-flags.ts';
import { chooseLength, customerIdLength, type LengthChoice } from './field-length.ts';
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
  mayHaveId: boolean,
): FieldProposals {
  const customerId = mayHaveId ? chooseCustomerId(columns, reference) : NO_CUSTOMER_ID;
  const codes = chooseCodes(columns, customerId, reference);
  const labels = chooseLabels(columns, codes, reference);
  const typed = columns.flatMap((column, at) => {
    const choice = codes.get(column.position);
    return choice ? [typedColumn({ column, choice, label: labels[at] ?? '' }, reference)] : [];
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

const NO_CUSTOMER_ID: CustomerIdChoice = {
  position: undefined,
  reason: 'Customer IDs are generated, because the options say so.',
  contradicting: [],
};

interface LabelledColumn {
  readonly column: FileColumn;
  readonly choice: CodeChoice;
  readonly label: string;
}

interface TypedColumn extends SearchCandidate {
  readonly label: string;
  readonly codeReason: string;
  readonly inferredType: InferredType;
  readonly length: LengthChoice;
}

function typedColumn({ column, choice, label }: LabelledColumn, reference: PublishedTable): TypedColumn {
  const { code, reason: codeReason } = choice;
  const standard = reference.fields.find((field) => field.code === code);
  const inferredType = typeOf(column, standard, reference.defaultCountry);
  const isStandardType = standard?.type === inferredType.type;
  const length =
    code === CUSTOMER_ID_CODE
      ? customerIdLength
      : chooseLength(column, inferredType.type, isStandardType ? standard.maxLength : undefined);
  return { column, code, codeReason, label, standard, inferredType, type: inferredType.type, length };
}

/** A standard field that holds text, such as a name, stays one, whatever the first values look like. */
function typeOf(column: FileColumn, standard: Field | undefined, defaultCountry: string): InferredType {
  if (standard?.type === 'text') return inferred('text', `The standard field ${standard.code} holds text.`);
  const hints = nameHints(column.name);
  const named = standard?.type === 'telephone' || standard?.type === 'email' ? { [standard.type]: true } : {};
  return inferType({ column, hints: { ...hints, ...named }, defaultCountry });
}

function generatedId(labels: readonly string[], reference: PublishedTable): Field[] {
  const standard = reference.fields.find(({ code }) => code === CUSTOMER_ID_CODE);
  return standard ? [{ ...standard, label: generatedIdLabel(labels, reference) }] : [];
}
