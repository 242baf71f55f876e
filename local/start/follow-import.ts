import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type ApiClient, expectStatus } from './api-client.ts';

const POLL_INTERVAL_MS = 100;
/** Time limit for an upload to become an import. */
const STARTS_WITHIN_MS = 60_000;

const count = z.number();
const CountsSchema = z.object({ updated: count, inserted: count, ignored: count, failed: count, total: count });

const ImportSchema = z.object({
  importId: z.string(),
  status: z.string(),
  rejection: z.object({ reason: z.string() }).optional(),
  counts: CountsSchema.optional(),
  progress: z.array(z.object({ stage: z.string(), chunks: count, chunksDone: count })).optional(),
  files: z.array(z.object({ bucket: z.string(), key: z.string(), name: z.string(), bytes: count })),
});
export type ImportView = z.infer<typeof ImportSchema>;

const ListSchema = z.object({
  items: z.array(z.object({ importId: z.string(), source: z.object({ versionId: z.string() }) })),
});

/** The import that an upload has started. @throws Error if none appears in time */
export async function findImport(api: ApiClient, tablePrefix: string, versionId: string): Promise<string> {
  for (const deadline = Date.now() + STARTS_WITHIN_MS; Date.now() < deadline; await sleep(POLL_INTERVAL_MS)) {
    const answer = expectStatus(await api.get(`/imports?prefix=${tablePrefix}`), 'Listing the imports', 200);
    const found = ListSchema.parse(answer.body).items.find(({ source }) => source.versionId === versionId);
    if (found !== undefined) return found.importId;
  }
  throw new Error(
    'The upload has not started an import. Search the logs of the functions in .local/logs for the reason.',
  );
}

/** The stages that have begun: each begins when the previous one has ended. A stage without chunks is skipped. */
function begunStages({ status, progress = [] }: ImportView): string[] {
  const running = progress.findIndex(({ chunks, chunksDone }) => chunksDone < chunks);
  const begun = running < 0 ? progress : progress.slice(0, running + 1);
  return begun.length === 0 ? [status] : begun.filter(({ chunks }) => chunks > 0).map(({ stage }) => stage);
}

const IN_PROGRESS = ['received', 'queued', 'running'];

/** Waits for the end of an import; calls `onStage` once for each stage. */
export async function followImport(
  api: ApiClient,
  importId: string,
  onStage: (stage: string) => void,
): Promise<ImportView> {
  const seen = new Set<string>();
  for (;;) {
    const answer = expectStatus(await api.get(`/imports/${importId}`), 'Reading the import', 200);
    const view = ImportSchema.parse(answer.body);
    if (!IN_PROGRESS.includes(view.status)) return view;
    for (const stage of begunStages(view)) {
      if (!seen.has(stage)) onStage(stage);
      seen.add(stage);
    }
    await sleep(POLL_INTERVAL_MS);
  }
}
