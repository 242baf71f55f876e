import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type ApiClient, expectStatus } from './api-client.ts';

const LOOK_EVERY_MS = 100;
/** How long an upload may take to become an import. */
const STARTS_WITHIN_MS = 60_000;

const count = z.number();
const CountsSchema = z.object({ updated: count, inserted: count, ignored: count, failed: count, total: count });

const ImportSchema = z.object({
  importId: z.string(),
  status: z.string(),
  refusal: z.object({ reason: z.string() }).optional(),
  counts: CountsSchema.optional(),
  progress: z.array(z.object({ stage: z.string(), chunks: count, chunksDone: count })).optional(),
  files: z.array(z.object({ bucket: z.string(), key: z.string(), name: z.string(), bytes: count })),
});
export type ImportView = z.infer<typeof ImportSchema>;

const ListSchema = z.object({
  items: z.array(z.object({ importId: z.string(), source: z.object({ versionId: z.string() }) })),
});

/** The import that an upload has started. @throws Error when none comes of it */
export async function findImport(api: ApiClient, tablePrefix: string, versionId: string): Promise<string> {
  for (const deadline = Date.now() + STARTS_WITHIN_MS; Date.now() < deadline; await sleep(LOOK_EVERY_MS)) {
    const answer = expectStatus(await api.get(`/imports?prefix=${tablePrefix}`), 'Listing the imports', 200);
    const found = ListSchema.parse(answer.body).items.find(({ source }) => source.versionId === versionId);
    if (found !== undefined) return found.importId;
  }
  throw new Error('The upload has not started an import; the logs of the functions may say why.');
}

/** The stages that have begun: each begins when the one before it has ended. One without chunks never runs. */
function begunStages({ status, progress = [] }: ImportView): string[] {
  const running = progress.findIndex(({ chunks, chunksDone }) => chunksDone < chunks);
  const begun = running < 0 ? progress : progress.slice(0, running + 1);
  return begun.length === 0 ? [status] : begun.filter(({ chunks }) => chunks > 0).map(({ stage }) => stage);
}

const UNDER_WAY = ['received', 'queued', 'running'];

/** Waits for the end of an import; `onStage` hears of each stage when it is first seen. */
export async function followImport(
  api: ApiClient,
  importId: string,
  onStage: (stage: string) => void,
): Promise<ImportView> {
  const seen = new Set<string>();
  for (;;) {
    const answer = expectStatus(await api.get(`/imports/${importId}`), 'Reading the import', 200);
    const view = ImportSchema.parse(answer.body);
    if (!UNDER_WAY.includes(view.status)) return view;
    for (const stage of begunStages(view)) {
      if (!seen.has(stage)) onStage(stage);
      seen.add(stage);
    }
    await sleep(LOOK_EVERY_MS);
  }
}
