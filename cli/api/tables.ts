import * as z from 'zod';
import type { ApiClient } from './client.ts';
import { listAll } from './pages.ts';

const AccountSchema = z.object({ prefix: z.string(), name: z.string() });
const TableSchema = z.looseObject({ prefix: z.string(), name: z.string(), publishedVersion: z.number().nullish() });

export type Table = z.infer<typeof TableSchema> & {
  readonly account: { readonly prefix: string; readonly name: string };
};

export async function listTables(api: ApiClient): Promise<Table[]> {
  const accounts = await listAll(api, '/accounts', AccountSchema);
  const lists = await Promise.all(
    accounts.map(async (account) => {
      const tables = await listAll(api, `/accounts/${encodeURIComponent(account.prefix)}/crm-tables`, TableSchema);
      return tables.map((table) => ({ ...table, account }));
    }),
  );
  return lists.flat();
}
