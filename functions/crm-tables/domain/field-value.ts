import type { Field } from './field.ts';
import { isIndexed } from './indexed.ts';
import { normaliseForSearch } from './normalise.ts';
import { shownValue } from './shown-value.ts';
import { toE164 } from './telephone.ts';
import * as formats from './value-formats.ts';

/** Why a value is refused or doubted. `code` is stable; `reason` is the manual's sentence, fit for a log. */
export interface ValueFinding {
  readonly code: string;
  readonly reason: string;
}

/** What is known of one non-blank value. With a `problem` the record fails; a `warning` is only counted. */
export interface ValueCheck {
  readonly problem?: ValueFinding;
  readonly warning?: ValueFinding;
  /** The value as its index holds it; absent when the field is not searchable or the value cannot be indexed. */
  readonly indexed?: string;
}

/** Nearly every cell is fine and not indexed: one object for all of them spares the garbage collector. */
const NOTHING_TO_SAY: ValueCheck = Object.freeze({});

function finding(field: Field, value: string, code: string, predicate: string): ValueFinding {
  return { code, reason: `Field ${field.code} value (${shownValue(value)}) ${predicate}.` };
}

/** The record lacks a field that it must have. */
export function requiredProblem(field: Field): ValueFinding {
  return finding(field, '', 'value.required', 'is required');
}

/** Whether a value has more code points than `maxLength`, without counting where UTF-16 units already tell. */
function isTooLong(value: string, maxLength: number): boolean {
  if (value.length <= maxLength) return false;
  if (value.length > 2 * maxLength) return true;
  let count = 0;
  for (const _ of value) count += 1;
  return count > maxLength;
}

/** The code and predicate of what is wrong with the value's form; telephone and e-mail are judged apart. */
function formProblem(field: Field, value: string): readonly [code: string, predicate: string] | undefined {
  switch (field.type) {
    case 'number':
      return formats.isNumber(value) ? undefined : ['value.not-a-number', 'is not a number'];
    case 'currency':
      return formats.isCurrency(value) ? undefined : ['value.not-an-amount', 'is not an amount'];
    case 'date':
      return formats.isDate(value) ? undefined : ['value.not-a-date', 'is not a date'];
    case 'time':
      return formats.isTime(value) ? undefined : ['value.not-a-time', 'is not a time'];
    case 'date-time':
      return formats.isDateTime(value) ? undefined : ['value.not-a-date-time', 'is not a date and time'];
    case 'yes-no':
      return formats.isYesNo(value) ? undefined : ['value.not-yes-or-no', 'is neither yes nor no'];
    case 'list':
      return formats.isListed(value, field.listValues) ? undefined : ['value.not-in-list', 'is not in the list'];
    case 'multi-list':
      return formats.areListed(value, field.listValues) ? undefined : ['value.not-in-list', 'is not in the list'];
    case 'url':
      return formats.isUrl(value) ? undefined : ['value.not-a-url', 'is not a web address'];
    default:
      return undefined;
  }
}

/** A telephone number or e-mail address that cannot be read is kept as typed, with a warning, unless the field is strict. */
function unparsed(field: Field, value: string): ValueCheck {
  const doubt =
    field.type === 'telephone'
      ? finding(field, value, 'value.unparsed-telephone', 'is not a telephone number')
      : finding(field, value, 'value.unparsed-email', 'is not an e-mail address');
  return field.strict ? { problem: doubt } : { warning: doubt };
}

function checkContact(field: Field, value: string, defaultCountry: string): ValueCheck {
  const indexed =
    field.type === 'telephone' ? toE164(value, defaultCountry) : normaliseForSearch(field, value, defaultCountry);
  if (indexed === undefined) return unparsed(field, value);
  return field.flags.search ? { indexed } : NOTHING_TO_SAY;
}

/**
 * Judges one non-blank value of a field. A blank one is the caller's: absent, or `requiredProblem`.
 * @param defaultCountry ISO 3166 alpha-2, reads telephone numbers that carry no country code.
 */
export function checkValue(field: Field, value: string, defaultCountry: string): ValueCheck {
  if (isTooLong(value, field.maxLength)) {
    return { problem: finding(field, value, 'value.too-long', 'is too long') };
  }
  if (field.type === 'telephone' || field.type === 'email') return checkContact(field, value, defaultCountry);
  const wrong = formProblem(field, value);
  if (wrong) return { problem: finding(field, value, ...wrong) };
  if (!isIndexed(field)) return NOTHING_TO_SAY;
  const indexed = normaliseForSearch(field, value, defaultCountry);
  return indexed === undefined ? NOTHING_TO_SAY : { indexed };
}
