import { CUSTOMER_ID_CODE } from '../../shared/domain/crm-table-names.ts';
import type { Field, FieldType } from './field.ts';
import { isFormula } from './formula.ts';
import { namedInvisible, withoutInvisible } from './invisible.ts';
import { normaliseForSearch } from './normalise.ts';
import { shownValue } from './shown-value.ts';
import { toE164 } from './telephone.ts';
import * as formats from './value-formats.ts';

/** The reason why a value is rejected or doubtful. `code` is stable; `reason` is a sentence for users. */
export interface ValueFinding {
  readonly code: string;
  readonly reason: string;
}

/** The findings about one non-blank value. A `problem` fails the record; a `warning` is only counted. */
export interface ValueCheck {
  readonly problem?: ValueFinding;
  readonly warning?: ValueFinding;
}

/** Nearly every cell is valid: one shared object saves garbage collection. */
const NOTHING_TO_SAY: ValueCheck = Object.freeze({});

function finding(field: Field, value: string, code: string, predicate: string): ValueFinding {
  return { code, reason: `Field ${field.code} value (${shownValue(value)}) ${predicate}.` };
}

/** A required field is blank. */
export function requiredProblem(field: Field): ValueFinding {
  return { code: 'value.required', reason: `Field ${field.code} is required.` };
}

/** Compares the code points with `maxLength`; counts them only if the number of UTF-16 units does not decide it. */
function isTooLong(value: string, maxLength: number): boolean {
  if (value.length <= maxLength) return false;
  if (value.length > 2 * maxLength) return true;
  let count = 0;
  for (const _ of value) count += 1;
  return count > maxLength;
}

/** The code and predicate of a malformed value; telephone numbers and e-mail addresses are validated separately. */
function formProblem(field: Field, value: string): readonly [code: string, predicate: string] | undefined {
  switch (field.type) {
    case 'number':
      return formats.isNumber(value)
        ? undefined
        : ['value.not-a-number', 'is not a number (digits, a point before decimals: -1234.5)'];
    case 'currency':
      return formats.isCurrency(value)
        ? undefined
        : ['value.not-an-amount', 'is not an amount (digits, a point before at most four decimals: 1234.50)'];
    case 'date':
      return formats.isDate(value) ? undefined : ['value.not-a-date', 'is not a date (YYYY-MM-DD)'];
    case 'time':
      return formats.isTime(value) ? undefined : ['value.not-a-time', 'is not a time (HH:MM or HH:MM:SS)'];
    case 'date-time':
      return formats.isDateTime(value)
        ? undefined
        : ['value.not-a-date-time', 'is not a date and time (YYYY-MM-DDTHH:MM:SS, offset or Z allowed)'];
    case 'yes-no':
      return formats.isYesNo(value)
        ? undefined
        : ['value.not-yes-or-no', 'is neither yes nor no (yes, no, true, false, y, n, 1 or 0)'];
    case 'list':
      return formats.isListed(value, field.listValues) ? undefined : ['value.not-in-list', 'is not in the list'];
    case 'multi-list':
      return formats.areListed(value, field.listValues)
        ? undefined
        : ['value.not-in-list', 'is not in the list (choices exactly as in the table, with ; between them)'];
    case 'url':
      return formats.isUrl(value)
        ? undefined
        : ['value.not-a-url', 'is not a web address (https:// or http:// and no spaces)'];
    default:
      return undefined;
  }
}

const FORMULA_NOT_FOUND = 'is a spreadsheet formula: it is stored as typed, and search does not find it';

/** Types whose values are parsed: invisible characters are ignored. A list's choice has to be exact. */
const PARSED_TYPES: ReadonlySet<FieldType> = new Set(['number', 'currency', 'date', 'time', 'date-time', 'yes-no']);

/**
 * Like `formProblem`, but ignores invisible characters where the type allows it. They are removed only from a value
 * that is malformed with them.
 */
function visibleFormProblem(field: Field, value: string): ReturnType<typeof formProblem> {
  const wrong = formProblem(field, value);
  if (!wrong || !PARSED_TYPES.has(field.type)) return wrong;
  return formProblem(field, withoutInvisible(value));
}

/** A doubt about a Customer ID or a text; both are stored unchanged, whatever they contain. */
function textDoubt(field: Field, value: string): ValueFinding | undefined {
  if (field.type !== 'text' && field.type !== 'notes') return undefined;
  if (isFormula(value))
    return finding(field, value, 'value.formula', 'is a spreadsheet formula, and is stored as typed');
  const named = namedInvisible(value, field.code === CUSTOMER_ID_CODE);
  return named === undefined ? undefined : finding(field, value, 'value.invisible-character', `contains ${named}`);
}

/** An unreadable telephone number or e-mail address is stored as typed, with a warning, unless the field is strict. */
function unparsed(field: Field, value: string): ValueCheck {
  if (isFormula(value) && !field.strict) return { warning: finding(field, value, 'value.formula', FORMULA_NOT_FOUND) };
  const doubt =
    field.type === 'telephone'
      ? finding(field, value, 'value.unparsed-telephone', 'is not a telephone number')
      : finding(field, value, 'value.unparsed-email', 'is not an e-mail address');
  return field.strict ? { problem: doubt } : { warning: doubt };
}

function checkContact(field: Field, value: string, defaultCountry: string): ValueCheck {
  const parsed =
    field.type === 'telephone' ? toE164(value, defaultCountry) : normaliseForSearch(field, value, defaultCountry);
  if (parsed === undefined) return unparsed(field, value);
  return NOTHING_TO_SAY;
}

/**
 * Validates one non-blank value of a field. The caller handles a blank one: it is absent, or `requiredProblem`.
 * @param defaultCountry ISO 3166 alpha-2, for telephone numbers without a country code
 */
export function checkValue(field: Field, value: string, defaultCountry: string): ValueCheck {
  if (isTooLong(value, field.maxLength)) {
    return { problem: finding(field, value, 'value.too-long', 'is too long') };
  }
  if (field.type === 'telephone' || field.type === 'email') return checkContact(field, value, defaultCountry);
  const wrong = visibleFormProblem(field, value);
  if (wrong) return { problem: finding(field, value, ...wrong) };
  const warning = textDoubt(field, value);
  return warning ? { warning } : NOTHING_TO_SAY;
}
