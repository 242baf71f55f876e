import * as z from 'zod';
import type { Equality } from '../domain/filter.ts';
import type { PageRequest } from '../domain/page.ts';
import { type PagedList, type PageQuery, PageQuerySchema, pageRequest } from './pagination.ts';

const LONGEST_FILTER = 100;

/** Parameters that each require a value of one of some attributes. */
export type EqualBy = Readonly<
  Record<string, { readonly schema: z.ZodType<string | undefined>; readonly attributes: readonly string[] }>
>;

/** The query of a list that can be filtered by a text in these attributes, and by values of others. */
export function filteredQuery(attributes: readonly string[], equalBy: EqualBy = {}) {
  const description = `Return only items whose ${attributes.join(' or ')} contains this text, blind to case. A page may then hold fewer items than \`limit\`, even none, although it has a \`nextCursor\`.`;
  const equal = Object.fromEntries(Object.entries(equalBy).map(([name, { schema }]) => [name, schema]));
  return PageQuerySchema.extend({
    filter: z.string().trim().max(LONGEST_FILTER).optional().meta({ description }),
    ...equal,
  });
}

/**
 * The list that a query names, and the page that it requests. A list with a filter is a list of its own: its cursors are
 * rejected with another filter.
 * @throws DomainError `cursor.invalid`
 */
export function filteredList(
  list: PagedList,
  attributes: readonly string[],
  query: PageQuery & { readonly filter?: string | undefined },
  equalBy: EqualBy = {},
): { readonly list: PagedList; readonly request: PageRequest } {
  const text = query.filter ?? '';
  const equal = equalitiesOf(query, equalBy);
  if (text === '' && equal.length === 0) return { list, request: pageRequest(list, query) };
  const values = equal.map(({ value }) => `${encodeURIComponent(value)}&`).join('');
  const filtered = { ...list, name: `${list.name}?${values}filter=${text}` };
  return { list: filtered, request: { ...pageRequest(filtered, query), filter: { attributes, text, equal } } };
}

function equalitiesOf(query: object, equalBy: EqualBy): Equality[] {
  return Object.entries(equalBy).flatMap(([name, { attributes }]) => {
    const value: unknown = Reflect.get(query, name);
    return typeof value === 'string' ? [{ attributes, value }] : [];
  });
}
