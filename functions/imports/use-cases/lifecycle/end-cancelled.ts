import { findResult, readResults } from '../../../shared/use-cases/work-objects.ts';
import type { Import, ImportOutcome } from '../../domain/import.ts';
import { isChunkResult, partialSuffix, stageObjects } from '../../domain/import-keys.ts';
import { cancelledCounts, cancelledLog, type Done } from '../../domain/output/cancelled-log.ts';
import { FATE_STAGES, type FateStage } from '../../domain/output/import-log.ts';
import { addressOf, summaryText } from '../../domain/output/log-text.ts';
import { ChunkResultSchema } from '../../domain/records/chunk-result.ts';
import { PartialResultSchema } from '../../domain/records/partial-result.ts';
import { ImportRouteSchema } from '../../domain/records/route.ts';
import { ResolvedSchema } from '../../domain/sort/resolve.ts';
import type { ImportContext } from '../work/import-context.ts';

/** Ends a cancelled import whose workers have stopped; its counts and its log say what they did. */
export async function endCancelled(
  context: ImportContext,
  running: Import,
  endedAt: string,
): Promise<Omit<ImportOutcome, 'endedAt'>> {
  const { store, plan, keys } = context;
  const stages = await Promise.all(FATE_STAGES.map((stage) => readDone(context, stage)));
  const counts = cancelledCounts(stages, await findTotal(context));
  if (counts) await store.put(keys.summary, summaryText(counts, addressOf(plan.source.bucket, keys.summary)));
  const requestedAt = running.cancelRequestedAt ?? endedAt;
  const { resumedOver } = running;
  await store.put(keys.log, cancelledLog(plan, { stages, counts, requestedAt, endedAt, resumedOver }));
  return { status: 'cancelled', ...(counts && { counts }) };
}

/** The number of the file's records; undefined before it was scanned. */
async function findTotal({ store, keys }: ImportContext): Promise<number | undefined> {
  const route = await findResult(store, keys.work('route', 0), ImportRouteSchema);
  if (route) return route.records;
  const resolved = await findResult(store, keys.work('resolved', 0), ResolvedSchema);
  return resolved && 'records' in resolved ? resolved.records : undefined;
}

/** The results of a stage's chunks, partial ones included. */
async function readDone({ store, plan, keys }: ImportContext, stage: FateStage): Promise<Done> {
  const whole: string[] = [];
  const parts: string[] = [];
  for await (const { key } of store.list(`${stageObjects(plan.prefix, plan.importId, stage)}/`)) {
    if (isChunkResult(key)) whole.push(key);
    else if (key.endsWith(`.${partialSuffix}`)) parts.push(key);
  }
  // A chunk with a partial result may have been completed by a later attempt.
  const isDone = new Set(whole.map((key) => key.replace(/json$/, partialSuffix)));
  const open = parts.filter((key) => !isDone.has(key));
  const keyIn = (from: readonly string[]) => (at: number) => from[at] ?? keys.plan;
  const ended = await readResults(store, whole.length, keyIn(whole), ChunkResultSchema);
  const stopped = await readResults(store, open.length, keyIn(open), PartialResultSchema);
  return { stage, results: [...ended, ...stopped] };
}
