import { checkValue, type Field, type FieldType, withIsoDate } from '../../../crm-tables/index.ts';
import type { DateForm } from '../../../definitions/index.ts';
import type { LocatedValue } from '../preview/value-examples.ts';
import type { ColumnChoice } from './choices.ts';
import { type InferredType, inferred, type TypeEvidence } from './inferred-type.ts';
import { distinctChoices, isChoice } from './list-types.ts';
import { fitOf } from './type-fit.ts';

/** The most choices of a list. */
const MOST_CHOICES = 500;

type List = Extract<FieldType, 'list' | 'multi-list'>;

const isList = (type: FieldType): type is List => type === 'list' || type === 'multi-list';

/** The type that the person chose, with the values that contradict it. */
export function chosenType(
  { column: { values }, defaultCountry }: TypeEvidence,
  type: FieldType,
  listValues?: readonly string[],
): InferredType {
  const choices = isList(type) ? (listValues ?? choicesIn(values, type)) : [];
  const { contradicting } = fitOf(values, type, defaultCountry, choices);
  const found = contradicting.length === 0 ? '' : ` ${contradicting.length} of ${values.length} values contradict it.`;
  return inferred(type, `You chose the type.${found}`, contradicting, choices);
}

const choicesIn = (values: readonly LocatedValue[], type: List): string[] =>
  distinctChoices(values, type).filter(isChoice).slice(0, MOST_CHOICES);

/** A list that the values suggest, with the choices of the person instead of those in the values. */
export function withChosenChoices(
  found: InferredType,
  { column: { values }, defaultCountry }: TypeEvidence,
  listValues: readonly string[] | undefined,
): InferredType {
  if (listValues === undefined || !isList(found.type)) return found;
  const { contradicting } = fitOf(values, found.type, defaultCountry, listValues);
  const others = contradicting.length === 0 ? '' : ` ${contradicting.length} of ${values.length} values are others.`;
  return inferred(found.type, `You chose the choices.${others}`, contradicting, listValues);
}

/** Whether the person has chosen what decides which values an import rejects. */
export const mayReject = ({ type, dateForm, maxLength, listValues }: ColumnChoice): boolean =>
  (type ?? dateForm ?? maxLength ?? listValues) !== undefined;

/** The values for which an import rejects the record; a telephone or e-mail field keeps those that it cannot read. */
export function rejectedValues(
  field: Field,
  values: readonly LocatedValue[],
  { defaultCountry, dateForm }: { readonly defaultCountry: string; readonly dateForm: DateForm | undefined },
): LocatedValue[] {
  const read = (value: string) => (dateForm ? withIsoDate(value, dateForm) : value);
  return values.filter(({ value }) => checkValue(field, read(value), defaultCountry).problem);
}
