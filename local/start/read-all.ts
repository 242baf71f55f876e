import * as z from 'zod';
import { type ApiClient, expectStatus } from './api-client.ts';

/** All items of a list of the API, page by page. @param filter further parameters of the query */
export async function readAll<Schema extends z.ZodType>(
  api: ApiClient,
  path: string,
  schema: Schema,
  filter: Readonly<Record<string, string>> = {},
): Promise<z.infer<Schema>[]> {
  const PageSchema = z.object({ items: z.array(schema), nextCursor: z.string().optional() });
  const found: z.infer<Schema>[] = [];
  const query = new URLSearchParams({ ...filter, limit: '100' });
  for (;;) {
    const answer = expectStatus(await api.get(`${path}?${query}`), `Listing ${path}`, 200);
    const { items, nextCursor } = PageSchema.parse(answer.body);
    found.push(...items);
    if (nextCursor === undefined) return found;
    query.set('cursor', nextCursor);
  }
}
