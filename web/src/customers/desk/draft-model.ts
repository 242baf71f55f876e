import type { Values } from '../fields-model.ts';
import { isTexts } from './tab-storage.ts';

/** A half-filled form, with the values and the version of the customer that it began with. */
export interface Draft {
  readonly base: Values;
  /** Absent for a new customer. */
  readonly etag?: string;
  /** Those that differ from `base`. */
  readonly typed: Values;
}

export const isDraft = (value: object): value is Draft =>
  isTexts(Reflect.get(value, 'base')) &&
  isTexts(Reflect.get(value, 'typed')) &&
  ['string', 'undefined'].includes(typeof Reflect.get(value, 'etag'));

/** The values that differ from those that the form began with. */
export const changesOf = (base: Values, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([code, value]) => value !== (base[code] ?? '')));

/** Whether two forms began with the same values: the half-filled one is about the same new customer. */
export function isSameBeginning(one: Values, other: Values): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (code) => (one[code] ?? '') === (other[code] ?? ''),
  );
}
