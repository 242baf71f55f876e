import type { Clock } from '../../../shared/domain/clock.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { findResult } from '../../../shared/use-cases/work-objects.ts';
import type { Import, PlannedStage, StageProgress } from '../../domain/import.ts';
import { chunkOf, isChunkResult, progressSuffix, stageObjects } from '../../domain/import-keys.ts';
import { ChunkProgressSchema, type MeasuredStage, measuredStage } from '../../domain/lifecycle/chunk-progress.ts';

interface ProgressPorts {
  readonly store: ObjectStore;
  readonly clock: Clock;
}

/**
 * The progress of the reported stages, and of those that begin without a report. It counts results, which are written
 * once per chunk, so that a crash cannot falsify it.
 */
export async function measureProgress(
  ports: ProgressPorts,
  record: Import,
  { startedAt, next = [], ...first }: StageProgress,
): Promise<MeasuredStage[]> {
  const measured: MeasuredStage[] = [];
  let begins = Date.parse(startedAt);
  for (const stage of [first, ...next]) {
    const found = await readStage(ports.store, record, stage);
    measured.push(measuredStage(stage, found, (ports.clock.now().getTime() - begins) / 1000));
    // A stage begins when the one before it has ended, which is when its last result was written.
    begins = Math.max(begins, found.lastResultAt);
  }
  return measured;
}

async function readStage(store: ObjectStore, { prefix, importId }: Import, { stage, records }: PlannedStage) {
  const done = new Set<string>();
  const inFlight = new Map<string, string>();
  let lastResultAt = 0;
  for await (const { key, modifiedAt } of store.list(stageObjects(prefix, importId, stage))) {
    if (isChunkResult(key)) {
      done.add(chunkOf(key));
      lastResultAt = Math.max(lastResultAt, modifiedAt.getTime());
    } else if (key.endsWith(`.${progressSuffix}`)) inFlight.set(chunkOf(key), key);
  }
  const keys = [...inFlight].filter(([chunk]) => !done.has(chunk)).map(([, key]) => key);
  const counts = await Promise.all(keys.map((key) => findResult(store, key, ChunkProgressSchema)));
  const recordsInFlight = records === undefined ? 0 : counts.reduce((sum, found) => sum + (found?.records ?? 0), 0);
  return { chunksDone: done.size, recordsInFlight, lastResultAt };
}
