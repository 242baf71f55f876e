import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { tableQuery } from '../../crm-tables/queries.ts';
import type { Api } from '../../shared/api/client.ts';
import { FileGone, readRange } from '../../shared/api/ranged-read.ts';
import { useApi } from '../../shared/services.tsx';
import type { Import } from '../model.ts';
import { importQuery } from '../queries.ts';
import { type LineOf, type ReportLines, readReportLines } from './report-lines.ts';

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

/** The lines of `failures.csv`, `warnings.csv` or `changes.csv`. */
export function useReportLines<Line>(importId: string, { name, bytes }: Import['files'][number], lineOf: LineOf<Line>) {
  const api = useApi();
  const client = useQueryClient();
  return useQuery({
    queryKey: ['imports', 'report', importId, name, bytes],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }): Promise<ReportLines<Line>> => {
      const read = async (from: number, to: number) =>
        readRange(await addressOf(client, api, importId, name), from, to, signal);
      return readReportLines(bytes, read, lineOf);
    },
  });
}

/** The labels of the fields of the CRM table by their codes; empty until they are read. */
export function useFieldLabels({ accountPrefix = '', prefix }: Import): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...tableQuery(useApi(), accountPrefix, prefix), enabled: accountPrefix !== '' });
  return new Map(data?.body.published?.fields.map(({ code, label }) => [code, label]));
}
