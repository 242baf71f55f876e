import type { Clock } from '../../../shared/domain/clock.ts';
import { findResult, readOrMake } from '../../../shared/use-cases/work-objects.ts';
import type { Stage } from '../../domain/import.ts';
import { partialSuffix } from '../../domain/import-keys.ts';
import type { ChunkReport, Fragment } from '../../domain/records/chunk-report.ts';
import { type ChunkResult, ChunkResultSchema, fragmentSuffix } from '../../domain/records/chunk-result.ts';
import { type PartialResult, PartialResultSchema, processedRecords } from '../../domain/records/partial-result.ts';
import { CancelWatch, isCancelled } from '../work/cancel-watch.ts';
import { ChunkProgressWriter } from '../work/chunk-progress-writer.ts';
import type { ImportContext } from '../work/import-context.ts';

/** The outcome of a chunk, before it is stored. */
export interface ChunkWork {
  readonly report: ChunkReport;
  readonly records: number;
  readonly fragments?: readonly Fragment[];
  readonly insertRows?: number;
  readonly updateRows?: number;
}

/**
 * Processes a chunk unless it has a result: writes fragments first, and last the result, which names them. Does not
 * begin once the import is cancelled; a chunk that `watch` has stopped is stored for the counts only.
 * @returns undefined when the import is cancelled
 */
export async function runChunk(
  context: ImportContext,
  clock: Clock,
  stage: Stage,
  chunk: number,
  work: (watch: CancelWatch, progress: ChunkProgressWriter) => Promise<ChunkWork>,
): Promise<ChunkResult | undefined> {
  const { store, keys } = context;
  const resultKey = keys.work(stage, chunk);
  const found = await findResult(store, resultKey, ChunkResultSchema);
  if (found || (await isCancelled(context))) return found;
  const startedAt = clock.now().toISOString();
  const watch = new CancelWatch(context, clock);
  const done = await work(watch, new ChunkProgressWriter(context, clock, stage, chunk));
  if (watch.hasStopped) {
    await keepPartial(context, keys.work(stage, chunk, partialSuffix), { startedAt, ...done.report.fates });
    return undefined;
  }
  return readOrMake(store, resultKey, ChunkResultSchema, async () => {
    const fragments = await keepFragments(context, stage, chunk, done);
    const { report, records, insertRows = 0, updateRows = 0 } = done;
    return {
      startedAt,
      endedAt: clock.now().toISOString(),
      records,
      ...report.counts,
      insertRows,
      updateRows,
      fragments,
    };
  });
}

async function keepFragments(
  { store, keys }: ImportContext,
  stage: Stage,
  chunk: number,
  { fragments = [], report }: ChunkWork,
): Promise<ChunkResult['fragments']> {
  const kept: ChunkResult['fragments'] = {};
  for (const { kind, body, nonAscii } of [...fragments, ...report.fragments()]) {
    if (body.length === 0) continue;
    const suffix = fragmentSuffix(kind, body);
    await store.put(keys.work(stage, chunk, suffix), body);
    kept[kind] = { suffix, bytes: body.length, ...(nonAscii && { nonAscii }) };
  }
  return kept;
}

/** An earlier cancelled attempt may have processed more of this chunk; its counts stay. */
async function keepPartial({ store }: ImportContext, key: string, partial: PartialResult): Promise<void> {
  const earlier = await findResult(store, key, PartialResultSchema);
  if (earlier && processedRecords(earlier) >= processedRecords(partial)) return;
  await store.put(key, JSON.stringify(partial));
}
