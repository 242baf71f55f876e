import * as z from 'zod';
import type { ApiClient } from './client.ts';

const PAGE = 100;

/** Reads a list page by page, up to `most` items. @param query for example `prefix=VOUCIM` */
export async function listAll<S extends z.ZodType>(
  api: ApiClient,
  path: string,
  item: S,
  { query = '', most = Number.POSITIVE_INFINITY }: { readonly query?: string; readonly most?: number } = {},
): Promise<Array<z.infer<S>>> {
  const answer = z.object({ items: z.array(item), nextCursor: z.string().optional() });
  const found: Array<z.infer<S>> = [];
  let cursor: string | undefined;
  do {
    const parameters = new URLSearchParams(query);
    parameters.set('limit', String(Math.min(PAGE, most - found.length)));
    if (cursor !== undefined) parameters.set('cursor', cursor);
    const { body } = await api.send({ method: 'GET', path: `${path}?${parameters}`, answer });
    found.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== undefined && found.length < most);
  return found;
}
