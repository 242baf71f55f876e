import { useQuery, useQueryClient } from '@tanstack/react-query';
import { tableQuery } from '../../crm-tables/queries.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { bodyOf } from '../../shared/api/client.ts';
import { readRange } from '../../shared/api/ranged-read.ts';
import { useApi } from '../../shared/services.tsx';
import type { Import } from '../model.ts';
import { addressOf } from '../page/queries.ts';
import { readReportLines } from '../page/report-lines.ts';
import type { Columns } from './checks-model.ts';
import {
  type FailureText,
  failureFiles,
  type LoadedFiles,
  MOST_REASONS,
  openCorrections,
  readText,
} from './load-model.ts';
import { reasonLineOf } from './reports-model.ts';
import { CORRECT } from './text.ts';

/** The failed records of an import, checked by the rules of the CRM table as it is now. */
export function useFailedRecords(view: Import) {
  const api = useApi();
  const client = useQueryClient();
  const { importId, prefix, accountPrefix = '', options } = view;
  return useQuery({
    queryKey: ['imports', 'failed-records', importId],
    staleTime: Number.POSITIVE_INFINITY,
    // Ten thousand records take memory.
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const read = (name: string) => async (from: number, to: number) =>
        readRange(await addressOf(client, api, importId, name), from, to, signal);
      const [columns, table] = await Promise.all([
        bodyOf(api.GET('/imports/{importId}/columns', { params: { path: { importId } }, signal })),
        client.fetchQuery(tableQuery(api, accountPrefix, prefix)),
      ]);
      const { published } = table.body;
      if (published === null || options === undefined) throw new ApiError(409, CORRECT.notPublished);
      return openCorrections({ columns, ...published, options }, await readFiles(view, columns, read));
    },
  });
}

type ReadRange = (from: number, to: number) => Promise<Uint8Array>;

async function readFiles(
  { files }: Import,
  { recordsFrom }: Columns,
  read: (name: string) => ReadRange,
): Promise<LoadedFiles> {
  const report = files.find(({ name }) => name.endsWith('.failures.csv'));
  const texts: FailureText[] = [];
  for (const { name, bytes, isUpdate } of failureFiles(files)) {
    texts.push({ name, isUpdate, text: await readText(bytes, recordsFrom, read(name)) });
  }
  const lines = report
    ? (await readReportLines(report.bytes, read(report.name), reasonLineOf, MOST_REASONS)).lines
    : [];
  return { texts, lines };
}
