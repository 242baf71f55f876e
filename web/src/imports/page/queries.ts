import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { tableQuery } from '../../crm-tables/queries.ts';
import type { Api } from '../../shared/api/client.ts';
import { useApi } from '../../shared/services.tsx';
import type { Import } from '../model.ts';
import { importQuery } from '../queries.ts';
import { type Problems, readProblems } from './problems-model.ts';
import { FileGone, readRange } from './ranged-read.ts';

/** The most of a log that the page shows. */
export const LOG_BYTES = 65_536;

/** A presigned address is valid for 15 minutes: one that is younger than this is not renewed. */
const FRESH_MS = 600_000;

/** The presigned address of a file of an import. */
export async function addressOf(client: QueryClient, api: Api, importId: string, name: string): Promise<string> {
  const { files } = await client.fetchQuery({ ...importQuery(api, importId), staleTime: FRESH_MS });
  const file = files.find((each) => each.name === name);
  if (file === undefined) throw new FileGone(name);
  return file.url;
}

/**
 * The beginning of a text file of an import.
 * @param bytes the size of the file; the file is read again when it has grown
 */
export function useFileBeginning(importId: string, name: string, bytes: number) {
  const api = useApi();
  const client = useQueryClient();
  return useQuery({
    queryKey: ['imports', 'file', importId, name, bytes],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      if (bytes === 0) return '';
      const url = await addressOf(client, api, importId, name);
      const range = await readRange(url, 0, Math.min(bytes, LOG_BYTES), signal);
      // A cut in the middle of a character leaves no replacement character.
      return new TextDecoder().decode(range, { stream: true });
    },
  });
}

/** The lines of `failures.csv` or of `warnings.csv`. */
export function useProblems(importId: string, { name, bytes }: Import['files'][number]) {
  const api = useApi();
  const client = useQueryClient();
  return useQuery({
    queryKey: ['imports', 'problems', importId, name, bytes],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }): Promise<Problems> =>
      readProblems(bytes, async (from, to) =>
        readRange(await addressOf(client, api, importId, name), from, to, signal),
      ),
  });
}

/** The labels of the fields of the CRM table by their codes; empty until they are read. */
export function useFieldLabels({ accountPrefix = '', prefix }: Import): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...tableQuery(useApi(), accountPrefix, prefix), enabled: accountPrefix !== '' });
  return new Map(data?.body.published?.fields.map(({ code, label }) => [code, label]));
}
