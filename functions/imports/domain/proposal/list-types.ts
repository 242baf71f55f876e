import type { LocatedValue } from '../preview/value-examples.ts';
import { inferred, type TypeEvidence, type TypeRule } from './inferred-type.ts';
import { fitOf, shareOf } from './type-fit.ts';

/** More choices are more than a form shows at once, and probably not all. */
const MOST_CHOICES = 12;
const FEWEST_CHOICES = 2;
/** Fewer values do not show that the choices repeat. */
const LEAST_VALUES = 20;
const LEAST_REPETITION = 5;
const LONGEST_CHOICE = 100;
const SEPARATOR = ';';
/** Neither spaces at an edge nor control characters: the rules of a choice. */
const CHOICE = /^(?!\s)[^\p{Cc}\p{Cs}]+(?<!\s)$/u;

type PartsOf = (value: LocatedValue) => string[];

const PARTS: Readonly<Record<'list' | 'multi-list', PartsOf>> = {
  list: ({ value }) => [value],
  'multi-list': ({ value }) => value.split(SEPARATOR).map((part) => part.trim()),
};

/** Whether a text can be a choice of a list. */
export const isChoice = (text: string): boolean => text.length <= LONGEST_CHOICE && CHOICE.test(text);

/** The different choices in the values of a column. */
export const distinctChoices = (values: readonly LocatedValue[], type: 'list' | 'multi-list'): string[] =>
  distinct(values, PARTS[type]);

/** A few values that repeat all over the column: one choice a record. */
export const listType: TypeRule = (evidence) => {
  const choices = choicesOf(evidence, PARTS.list);
  return choices && inferred('list', reasonOf(choices, 'Every value is one'), [], choices);
};

/** As `listType`, with several choices a record, separated by semicolons. */
export const multiListType: TypeRule = (evidence) => {
  const { values } = evidence.column;
  if (!values.some(({ value }) => value.includes(SEPARATOR))) return undefined;
  const choices = choicesOf(evidence, PARTS['multi-list']);
  if (!choices || shareOf(fitOf(values, 'multi-list', evidence.defaultCountry, choices)) < 1) return undefined;
  return inferred('multi-list', reasonOf(choices, 'Every value holds some'), [], choices);
};

const reasonOf = (choices: readonly string[], begin: string): string =>
  `${begin} of ${choices.length} choices, and the second half of the records has no other. Add the choices that later files may hold: an import rejects others.`;

/** The choices, in the order of the file; undefined unless they repeat, and all of them occur early. */
function choicesOf({ column: { values }, hints }: TypeEvidence, partsOf: PartsOf): string[] | undefined {
  if (hints.freeText || hints.identifier || values.length < LEAST_VALUES) return undefined;
  const early = distinct(values.slice(0, Math.ceil(values.length / 2)), partsOf);
  const choices = distinct(values, partsOf);
  const areFew = choices.length >= FEWEST_CHOICES && choices.length <= MOST_CHOICES;
  if (!areFew || early.length < choices.length || values.length < LEAST_REPETITION * choices.length) return undefined;
  const folded = new Set(choices.map((choice) => choice.toLowerCase()));
  return choices.every(isChoice) && folded.size === choices.length ? choices : undefined;
}

const distinct = (values: readonly LocatedValue[], partsOf: PartsOf): string[] => [...new Set(values.flatMap(partsOf))];
