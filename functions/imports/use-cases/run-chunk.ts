import type { Clock } from '../../shared/domain/clock.ts';
import type { ChunkReport } from '../domain/chunk-report.ts';
import { type ChunkResult, ChunkResultSchema, type FragmentKind, fragmentSuffix } from '../domain/chunk-result.ts';
import type { Stage } from '../domain/import.ts';
import type { ImportContext } from './import-context.ts';
import { readOrMake } from './work-objects.ts';

/** What a chunk of a stage did, before it is written down. */
export interface ChunkWork {
  readonly report: ChunkReport;
  readonly records: number;
  readonly fragments?: ReadonlyArray<{ readonly kind: FragmentKind; readonly body: Uint8Array }>;
  readonly insertRows?: number;
  readonly updateRows?: number;
}

/** Does a chunk's work unless its result is there already: fragments first, and the result, which names them, last. */
export async function runChunk(
  { store, keys }: ImportContext,
  clock: Clock,
  stage: Stage,
  chunk: number,
  work: () => Promise<ChunkWork>,
): Promise<ChunkResult> {
  return readOrMake(store, keys.work(stage, chunk), ChunkResultSchema, async () => {
    const startedAt = clock.now().toISOString();
    const { report, records, fragments = [], insertRows = 0, updateRows = 0 } = await work();
    const kept: ChunkResult['fragments'] = {};
    for (const { kind, body } of [...fragments, ...report.fragments()]) {
      if (body.length === 0) continue;
      const suffix = fragmentSuffix(kind, body);
      await store.put(keys.work(stage, chunk, suffix), body);
      kept[kind] = { suffix, bytes: body.length };
    }
    return {
      startedAt,
      endedAt: clock.now().toISOString(),
      records,
      ...report.counts,
      insertRows,
      updateRows,
      fragments: kept,
    };
  });
}
