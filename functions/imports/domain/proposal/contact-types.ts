import { isScientific } from '../preview/damaged-values.ts';
import { are, countOf, type InferredType, inferred, type TypeEvidence, type TypeRule } from './inferred-type.ts';
import { type Fit, fitOf } from './type-fit.ts';

/**
 * Telephone and e-mail fields keep every value, and warn of those that cannot be read. So some values may contradict:
 * fewer where the name of the column does not say the same.
 */
const LEAST_SHARE = 0.8;
const LEAST_SHARE_WITH_NAME = 0.5;
/** As people write telephone numbers, and not as they write amounts or account numbers. */
const WRITTEN_AS_TELEPHONE = /^(?:\+|0|\()[\d ().\-/]{6,24}$/;
const WITH_AT = /@/;

const NAMED = {
  telephone: ['a telephone number', 'telephone numbers'],
  email: ['an e-mail address', 'e-mail addresses'],
};

export const emailType: TypeRule = (evidence) => contactType('email', evidence, WITH_AT);
export const telephoneType: TypeRule = (evidence) => contactType('telephone', evidence, WRITTEN_AS_TELEPHONE);

function contactType(
  type: 'telephone' | 'email',
  { column, hints, defaultCountry }: TypeEvidence,
  written: RegExp,
): InferredType | undefined {
  const isNamed = hints[type];
  if (hints.identifier && !isNamed) return undefined;
  // What a spreadsheet has damaged says nothing about the values that were there before.
  const whole = column.values.filter(({ value }) => !isScientific(value));
  const alike = isNamed ? whole : whole.filter(({ value }) => written.test(value));
  const least = (isNamed ? LEAST_SHARE_WITH_NAME : LEAST_SHARE) * whole.length;
  // The form is tested first: to read a text as a telephone number takes a hundred times longer.
  if (alike.length < least || (whole.length === 0 && !isNamed)) return undefined;
  const fit = fitOf(whole, type, defaultCountry);
  if (fit.fitting.filter((each) => isNamed || written.test(each.value)).length < least) return undefined;
  const damaged = column.values.filter(({ value }) => isScientific(value));
  return inferred(type, reasonOf(type, isNamed && column.name !== undefined, fit), [...fit.contradicting, ...damaged]);
}

function reasonOf(type: 'telephone' | 'email', isNamed: boolean, { fitting, contradicting }: Fit): string {
  const [one, many] = NAMED[type];
  const count = fitting.length + contradicting.length;
  if (count === 0)
    return `${isNamed ? `The name of the column says ${many}` : `The standard field holds ${many}`}; no value says otherwise.`;
  const found = `${countOf(fitting.length, count)} ${are(fitting.length)} ${fitting.length === 1 ? one : many}`;
  const named = isNamed ? `The name of the column says ${many}. ` : '';
  const kept = contradicting.length > 0 ? '; the others are kept as they are, and search does not find them' : '';
  return `${named}${found}${kept}.`;
}
