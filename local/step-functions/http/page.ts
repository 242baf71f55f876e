import * as z from 'zod';
import { ServiceError } from '../service-error.ts';

const MOST_RESULTS = 1_000;

export const PageRequestSchema = z.object({
  maxResults: z.int().min(0).max(MOST_RESULTS).optional(),
  nextToken: z.string().optional(),
});
type PageRequest = z.infer<typeof PageRequestSchema>;

/** One page of a list; the token is the position of the next page. A page size of 0 means the default of 100, as on AWS. */
export function page<Item>(
  all: readonly Item[],
  request: PageRequest,
): { items: Item[]; nextToken: string | undefined } {
  const start = Number(request.nextToken ?? 0);
  if (!Number.isSafeInteger(start)) throw new ServiceError('InvalidToken', `Invalid Token: '${request.nextToken}'`);
  const end = start + (request.maxResults || 100);
  return { items: all.slice(start, end), nextToken: end < all.length ? String(end) : undefined };
}
