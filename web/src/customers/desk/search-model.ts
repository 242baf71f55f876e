import type { components } from '../../shared/api/schema.ts';
import type { Field, Values } from '../fields-model.ts';
import type { DeskTable } from './desk-table.ts';
import { isTexts } from './tab-storage.ts';

type Conditions = Pick<components['schemas']['CustomerSearch'], 'text' | 'fields'>;
export type Hit = components['schemas']['CustomerHit'];
type HitPage = components['schemas']['CustomerHitPage'];

/** What the user has typed in the one box and in the fields of the search. */
export interface Typed {
  readonly text: string;
  readonly fields: Values;
}

/** A search that was carried out. */
export interface Search extends Typed {
  /** The same conditions later are another search. */
  readonly id: string;
  /** The customer that was opened last. */
  readonly opened?: string;
}

export const NOTHING_TYPED: Typed = { text: '', fields: {} };

export const isSearch = (value: object): value is Search =>
  typeof Reflect.get(value, 'id') === 'string' &&
  typeof Reflect.get(value, 'text') === 'string' &&
  isTexts(Reflect.get(value, 'fields')) &&
  ['string', 'undefined'].includes(typeof Reflect.get(value, 'opened'));

/** The conditions as the API takes them; undefined if nothing was typed. A field that is not searchable any more is left out. */
export function conditionsOf({ text, fields }: Typed, searchable: readonly Field[]): Conditions | undefined {
  const given = searchable.flatMap(({ code }) => {
    const value = fields[code]?.trim() ?? '';
    return value === '' ? [] : [{ code, value }];
  });
  const whole = text.trim();
  if (whole === '' && given.length === 0) return undefined;
  return { ...(whole !== '' && { text: whole }), fields: given };
}

/** The faults that the API reports, by the code of the field; those of the text stand under `text`. */
export function searchFaults(
  violations: ReadonlyArray<components['schemas']['Violation']>,
  { fields = [] }: Conditions,
): Values {
  const faults = violations.map(({ pointer, detail }) => {
    const [, place, index = ''] = pointer.split('/');
    return [place === 'fields' ? (fields[Number(index)]?.code ?? 'text') : 'text', detail] as const;
  });
  return Object.fromEntries(faults);
}

/** The matches of all pages that were read. A later page may repeat a customer who has changed meanwhile. */
export function hitsOf(pages: readonly HitPage[]): readonly Hit[] {
  const byId = new Map(pages.flatMap(({ items }) => items).map((hit) => [hit.customerId, hit]));
  return [...byId.values()];
}

/** Codes of the fields whose customers may be missing. */
export const preparingOf = (pages: readonly HitPage[]): readonly string[] => [
  ...new Set(pages.flatMap(({ preparing }) => preparing)),
];

/** A word of the search that is too common: more customers may match. */
export const commonWordOf = (pages: readonly HitPage[]): string | undefined =>
  pages.flatMap(({ commonWord }) => commonWord ?? [])[0];

/** The pages with a customer changed or left out, so that the list stays in its order while the user works through it. */
export const withHit = (
  pages: readonly HitPage[],
  customerId: string,
  change: (hit: Hit) => Hit | undefined,
): HitPage[] =>
  pages.map((page) => ({
    ...page,
    items: page.items.flatMap((hit) => (hit.customerId === customerId ? (change(hit) ?? []) : hit)),
  }));

/** The place of a customer in the list, and its neighbours. */
export function neighboursOf(hits: readonly Hit[], customerId: string) {
  const at = hits.findIndex((hit) => hit.customerId === customerId);
  if (at === -1) return undefined;
  return { position: at + 1, previous: hits[at - 1]?.customerId, next: hits[at + 1]?.customerId };
}

/** The field that the text of the one box is probably a value of. */
function fieldOfText(text: string, fields: readonly Field[]): Field | undefined {
  const ofType = (type: Field['type']) => fields.find((field) => field.type === type);
  if (text.includes('@')) return ofType('email');
  if (/^[\d\s()+./-]{5,}$/.test(text)) return ofType('telephone');
  return /\d/.test(text) ? undefined : fields.find(({ type, flags }) => type === 'text' && flags.search);
}

/**
 * The values of a new customer before the user types: those that the search was for, as far as the form has them.
 * @param query of the address: a form that was not opened from this search is about another customer, and begins empty
 */
export function prefilledOf(search: Search | undefined, query: string, { insertable, prefix }: DeskTable): Values {
  if (search === undefined || new URLSearchParams(query).get('search') !== search.id) return {};
  const { text, fields } = search;
  const whole = text.trim();
  const field = whole === '' || whole.startsWith(`${prefix}_`) ? undefined : fieldOfText(whole, insertable);
  const values = Object.entries({ ...(field && { [field.code]: whole }), ...fields });
  const isShown = (code: string) => insertable.some((each) => each.code === code);
  return Object.fromEntries(values.filter(([code, value]) => isShown(code) && value.trim() !== ''));
}
