import { createHash } from 'node:crypto';
import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import type { Page, PageRequest } from '../domain/page.ts';

const DEFAULT_PAGE = 50;
/** Keeps a page of the largest items (versions of a CRM table) far below Lambda's limit of 6 MB. */
const LARGEST_PAGE = 100;

export const PageQuerySchema = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LARGEST_PAGE)
    .default(DEFAULT_PAGE)
    .meta({ description: 'How many to return at most.' }),
  cursor: z.string().max(4096).optional().meta({ description: 'Where to go on: `nextCursor` of the page before.' }),
});
export type PageQuery = z.infer<typeof PageQuerySchema>;

export interface PagedList {
  /** The list and its filter: `versions/VOUCIM`. A cursor is valid for one list only. */
  readonly name: string;
  /** The form of a position. A position becomes part of a key, and DynamoDB rejects keys of other forms. */
  readonly position: RegExp;
}

/** Positions in lists by id, and by the number of a version. */
export const ID_POSITION = /^[\w-]{1,100}$/;
export const VERSION_POSITION = /^\d{5,10}$/;

/** Enough of a digest to recognise a cursor of this API. It is not a secret: see `readCursor`. */
const DIGEST_BYTES = 12;

function digest(name: string, position: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([name, position]))
    .digest()
    .subarray(0, DIGEST_BYTES);
}

function writeCursor(name: string, position: string): string {
  return Buffer.concat([digest(name, position), Buffer.from(position)]).toString('base64url');
}

/**
 * The position in a cursor of the same list. The digest only detects mistakes, and any client can compute it: so the
 * position must also have the form of the list's positions. The partition always comes from the checked path, never
 * from the cursor, so a forged cursor reads nothing that its sender could not list from the start.
 * @throws DomainError `cursor.invalid`
 */
function readCursor({ name, position: form }: PagedList, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const position = bytes.subarray(DIGEST_BYTES).toString();
  if (form.test(position) && writeCursor(name, position) === cursor) return position;
  throw new DomainError('invalid', 'cursor.invalid', 'The cursor is damaged or belongs to another list.', [
    { pointer: '/cursor', code: 'cursor.invalid', detail: 'Start again without a cursor.' },
  ]);
}

/** @throws DomainError `cursor.invalid` */
export function pageRequest(list: PagedList, query: PageQuery): PageRequest {
  return { limit: query.limit, after: query.cursor === undefined ? undefined : readCursor(list, query.cursor) };
}

/** The body of a page; the last page has no `nextCursor`. */
export function pageBody<T>({ name }: PagedList, page: Page<T>): { items: readonly T[]; nextCursor?: string } {
  if (page.next === undefined) return { items: page.items };
  return { items: page.items, nextCursor: writeCursor(name, page.next) };
}

/** A page of entities whose schema has an id: `Account` gives `AccountPage`. */
export function pageSchema<S extends z.ZodType>(item: S) {
  const id = item.meta()?.id;
  const page = z.strictObject({
    items: z.array(item),
    nextCursor: z.string().optional().meta({ description: 'The `cursor` of the next page; absent on the last one.' }),
  });
  return id === undefined ? page : page.meta({ id: `${id}Page`, description: 'One page of a list.' });
}
