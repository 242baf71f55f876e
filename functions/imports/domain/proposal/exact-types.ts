import type { FieldType } from '../../../crm-tables/index.ts';
import { are, countOf, type InferredType, inferred, type TypeEvidence, type TypeRule } from './inferred-type.ts';
import { type Fit, fitOf, NEARLY_ALL, shareOf } from './type-fit.ts';

/** With fewer values a column of digits, or of y and n, may hold anything. */
const FEW = 3;
/** Longer numbers identify something. */
const LONGEST_NUMBER = 15;
/** Numbers of the same, greater length are codes. */
const CODE_LENGTH = 5;
const LEADING_ZERO = /^-?0\d/;
const TWO_DECIMALS = /^-?\d+\.\d{2}$/;
const DIGIT = /^[01]$/;

/** Types whose fields reject other values: they are proposed only if every value fits. */
const NOUNS = {
  date: ['a date (YYYY-MM-DD)', 'dates (YYYY-MM-DD)'],
  'date-time': ['a date and time (YYYY-MM-DDTHH:MM:SS)', 'dates and times (YYYY-MM-DDTHH:MM:SS)'],
  time: ['a time (HH:MM)', 'times (HH:MM)'],
  url: ['a web address', 'web addresses'],
  'yes-no': ['yes or no', 'yes or no'],
  currency: ['an amount', 'amounts'],
  number: ['a number', 'numbers'],
} as const satisfies Partial<Record<FieldType, readonly [one: string, many: string]>>;

export type ExactType = keyof typeof NOUNS;

/** In the order in which they are tried: an amount is also a number. */
export const EXACT_TYPES: readonly ExactType[] = ['date', 'date-time', 'time', 'url', 'yes-no', 'currency', 'number'];

/** A reason against a type although the values fit. */
const DOUBTS: Partial<Record<ExactType, (evidence: TypeEvidence) => boolean>> = {
  'yes-no': ({ column: { values }, hints }) =>
    !hints.yesNo && (values.length < FEW || values.every(({ value }) => DIGIT.test(value))),
  currency: (evidence) =>
    isIdentifier(evidence) ||
    !(evidence.hints.amount || evidence.column.values.every(({ value }) => TWO_DECIMALS.test(value))),
  number: (evidence) => isIdentifier(evidence),
};

export const exactType: TypeRule = (evidence) => {
  const { column, defaultCountry } = evidence;
  if (column.values.length === 0) return undefined;
  for (const type of EXACT_TYPES) {
    const fit = fitOf(column.values, type, defaultCountry);
    if (shareOf(fit) === 1 && !DOUBTS[type]?.(evidence)) return inferred(type, reasonOf(type, fit.fitting.length));
  }
  return undefined;
};

function reasonOf(type: ExactType, count: number): string {
  return `${countOf(count, count)} ${are(count)} ${NOUNS[type][count === 1 ? 0 : 1]}.`;
}

/** Digits that identify something, and are not counted with: they stay text, so that zeros and letters stay possible. */
function isIdentifier({ column: { values }, hints }: TypeEvidence): boolean {
  if (hints.identifier || hints.telephone || values.length < FEW) return true;
  if (values.some(({ value }) => LEADING_ZERO.test(value) || value.length > LONGEST_NUMBER)) return true;
  const lengths = new Set(values.map(({ value }) => value.length));
  const isWhole = values.every(({ value }) => !value.includes('.'));
  return isWhole && lengths.size === 1 && !lengths.has(1) && [...lengths].every((length) => length >= CODE_LENGTH);
}

/** The values that prevent a type which nearly all others fit. */
export function nearlyExactType({ column, defaultCountry }: TypeEvidence): InferredType | undefined {
  const { values } = column;
  if (values.length < FEW) return undefined;
  const near = EXACT_TYPES.map((type): [ExactType, Fit] => [type, fitOf(values, type, defaultCountry)]).find(
    ([, fit]) => shareOf(fit) >= NEARLY_ALL && shareOf(fit) < 1,
  );
  if (!near) return undefined;
  const [type, { contradicting }] = near;
  const { length } = contradicting;
  const noun = NOUNS[type][length === 1 ? 0 : 1];
  const reason = `${countOf(length, values.length)} ${are(length)} not ${noun}, so the field stays text.`;
  return inferred('text', reason, contradicting);
}
