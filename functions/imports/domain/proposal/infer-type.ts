import { emailType, telephoneType } from './contact-types.ts';
import { exactType, nearlyExactType } from './exact-types.ts';
import { type InferredType, inferred, type TypeEvidence, type TypeRule } from './inferred-type.ts';
import { listType, multiListType } from './list-types.ts';
import { otherDates } from './other-dates.ts';

/** Longer texts do not fit into one line of a form. */
const LONGEST_LINE = 250;

const notesType: TypeRule = ({ column: { values }, hints }) => {
  if (values.some(({ value }) => value.includes('\n'))) return inferred('notes', 'Some values have several lines.');
  if (values.some(({ value }) => value.length > LONGEST_LINE)) return inferred('notes', 'Some values are long texts.');
  return hints.notes ? inferred('notes', 'The name of the column says notes.') : undefined;
};

/** The first rule that recognises the values decides. */
const RULES: readonly TypeRule[] = [
  emailType,
  // Before telephone numbers: 03/04/2026 would also be one.
  otherDates,
  telephoneType,
  exactType,
  multiListType,
  listType,
  notesType,
  nearlyExactType,
];

/** Proposes a type for a column. A type that rejects values is proposed only if every value fits. */
export function inferType(evidence: TypeEvidence): InferredType {
  for (const rule of RULES) {
    const found = rule(evidence);
    if (found) return found;
  }
  const { values } = evidence.column;
  return inferred('text', values.length === 0 ? 'No value tells the type.' : 'The values have no other common form.');
}
