import { checkValue, type Field, type FieldType, VIP_FIELD } from '../../../crm-tables/index.ts';
import type { LocatedValue } from '../preview/value-examples.ts';

/** So many values must fit a type for the others to be worth naming. */
export const NEARLY_ALL = 0.8;
/** A longer value fails in every field. */
const LONGEST_VALUE = 32_000;

/** A field of a type whose other rules accept every value. */
export const probe = (type: FieldType, listValues: readonly string[]): Field => ({
  ...VIP_FIELD,
  code: 'P021',
  type,
  maxLength: LONGEST_VALUE,
  listValues: [...listValues],
});

/** The values of a column, separated by what a field of one type makes of them. */
export interface Fit {
  readonly fitting: readonly LocatedValue[];
  readonly contradicting: readonly LocatedValue[];
}

/** Checks values by the rules with which an import checks those of a field. A value with a warning does not fit either. */
export function fitOf(
  values: readonly LocatedValue[],
  type: FieldType,
  defaultCountry: string,
  listValues: readonly string[] = [],
): Fit {
  const field = probe(type, listValues);
  const fits = ({ value }: LocatedValue) => {
    const { problem, warning } = checkValue(field, value, defaultCountry);
    return !problem && !warning;
  };
  const { true: fitting = [], false: contradicting = [] } = Object.groupBy(values, (each) => `${fits(each)}`);
  return { fitting, contradicting };
}

/** From 0 to 1; 1 without any values. */
export const shareOf = ({ fitting, contradicting }: Fit): number => {
  const count = fitting.length + contradicting.length;
  return count === 0 ? 1 : fitting.length / count;
};
