import * as z from 'zod';
import type { PageRequest } from '../domain/page.ts';
import { type PagedList, type PageQuery, PageQuerySchema, pageRequest } from './pagination.ts';

const LONGEST_FILTER = 100;

/** The query of a list that can be filtered by these attributes. */
export function filteredQuery(attributes: readonly string[]) {
  const description = `Return only items whose ${attributes.join(' or ')} contains this text, blind to case. A page may then hold fewer items than \`limit\`, even none, although it has a \`nextCursor\`.`;
  return PageQuerySchema.extend({ filter: z.string().trim().max(LONGEST_FILTER).optional().meta({ description }) });
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
): { readonly list: PagedList; readonly request: PageRequest } {
  const { filter: text } = query;
  if (!text) return { list, request: pageRequest(list, query) };
  const filtered = { ...list, name: `${list.name}?filter=${text}` };
  return { list: filtered, request: { ...pageRequest(filtered, query), filter: { attributes, text } } };
}
