import { CUSTOMER_ID_CODE, type Field, hasLostZero } from '../../../crm-tables/index.ts';
import { groupOfField } from '../layout/match-name.ts';
import { POSTCODE_GROUP } from '../layout/name-groups.ts';
import { lostPostcodeZeros } from './postcode-digits.ts';
import type { PreviewWarning } from './preview.ts';
import { examplesOf, type LocatedValue } from './value-examples.ts';

/** As spreadsheets show numbers that are too long for a cell: `4.41E+11`. A code such as `3E12` does not match. */
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+E[+-]?\d+|E[+-]\d+)$/i;
/** The rest of a telephone number whose leading zero a spreadsheet has dropped. */
const WITHOUT_ZERO = /^[1-9]\d{7,10}$/;
/** The longest text that many databases and spreadsheet functions keep. */
const CUT_LENGTH = 255;

export const isScientific = (value: string): boolean => SCIENTIFIC.test(value);

/** A column whose values are searched for damage. */
export interface ValueColumn {
  /** Counted from 1. */
  readonly position: number;
  /** As messages name it: `Column 3 (Mobile)`. */
  readonly title: string;
  /** None of them is blank. */
  readonly values: readonly LocatedValue[];
}

/** Warns of values that another program has shortened or rewritten before the file was saved: their loss is final. */
export function damagedValues(column: ValueColumn, field: Field, defaultCountry: string): PreviewWarning[] {
  return [
    ...warning(column, 'value.scientific', scientific(column.values), LOST_DIGITS),
    ...warning(column, 'value.lost-zero', lostZeros(column.values, field, defaultCountry), LOST_ZERO),
    ...warning(column, 'value.cut-off', cutOff(column.values, field), CUT_OFF),
  ];
}

const AGAIN = 'Format the column as text and export it again.';
const LOST_DIGITS = `are written in scientific notation: a spreadsheet has dropped their last digits. ${AGAIN}`;
const LOST_ZERO = `seem to have lost a leading zero. ${AGAIN}`;
const CUT_OFF = `have exactly ${CUT_LENGTH} characters, and none has more: they were probably cut off. Export the column whole.`;

function warning(
  { position, title, values }: ValueColumn,
  code: string,
  damaged: readonly LocatedValue[],
  predicate: string,
): PreviewWarning[] {
  if (damaged.length === 0) return [];
  const detail = `${title}: ${damaged.length} of ${values.length} values ${predicate}`;
  return [{ code, detail, column: position, examples: examplesOf(damaged) }];
}

const scientific = (values: readonly LocatedValue[]): LocatedValue[] =>
  values.filter(({ value }) => isScientific(value));

function lostZeros(values: readonly LocatedValue[], field: Field, defaultCountry: string): LocatedValue[] {
  if (groupOfField(field) === POSTCODE_GROUP) return lostPostcodeZeros(values, defaultCountry);
  if (field.type !== 'telephone') return [];
  return values.filter(({ value }) => WITHOUT_ZERO.test(value) && hasLostZero(value, defaultCountry));
}

function cutOff(values: readonly LocatedValue[], { code }: Field): LocatedValue[] {
  // A longer value is no Customer ID, so the longest ones prove nothing.
  if (code === CUSTOMER_ID_CODE) return [];
  const long = values.filter(({ value }) => value.length >= CUT_LENGTH);
  return long.every(({ value }) => [...value].length === CUT_LENGTH) ? long : [];
}
