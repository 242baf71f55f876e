import { readResult } from '../../../shared/use-cases/work-objects.ts';
import { type FateStage, failureFileOf } from '../../domain/output/import-log.ts';
import { addressOf } from '../../domain/output/log-text.ts';
import { ChunkReport, type SourceRecord } from '../../domain/records/chunk-report.ts';
import type { SpanningId } from '../../domain/records/duplicates.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import { type ImportRoute, ImportRouteSchema, LINE_ENDS } from '../../domain/records/route.ts';
import { scanRangeCount } from '../../domain/sort/ranges.ts';
import { readSortedChunk, type SortedRecords as SortedBytes } from '../sort/read-sorted-chunk.ts';
import type { SortJob } from '../sort/sort-job.ts';
import type { ImportContext, OpenImport } from '../work/import-context.ts';

export function sortJob({ store, plan, keys, source }: OpenImport): SortJob {
  const { key, versionId, size } = source;
  return {
    store,
    source: { key, versionId, size, dataStart: plan.layout.dataStart, dataLine: plan.layout.dataLine },
    format: recordFormat(plan),
    limits: plan.limits,
    idPrefix: `${plan.prefix}_`,
    keys: { work: keys.work, sorted: keys.sorted },
  };
}

export function readRoute({ store, keys }: ImportContext): Promise<ImportRoute> {
  return readResult(store, keys.work('route', 0), ImportRouteSchema);
}

/** An empty report whose failed records go to the failure file of the stage. */
export function reportFor({ plan, keys }: ImportContext, stage: FateStage, { lineEnd }: ImportRoute): ChunkReport {
  const key = keys.failed[failureFileOf(stage)];
  const address = addressOf(plan.source.bucket, key);
  const files = { address, name: key.slice(keys.folder.length), source: plan.fileName };
  return new ChunkReport(files, LINE_ENDS[lineEnd]);
}

/** A chunk of the sorted file. */
export interface SortedRecords {
  readonly count: number;
  readonly records: Iterable<SourceRecord>;
  /** Customer IDs with records beyond the chunk. */
  readonly spanning: readonly SpanningId[];
}

export async function openSortedChunk(
  context: ImportContext,
  route: ImportRoute,
  chunk: number,
): Promise<SortedRecords> {
  const sorted = route.chunks[chunk];
  if (!sorted) throw new Error(`There is no chunk ${chunk} of the sorted file`);
  const { store, keys } = context;
  return {
    count: sorted.records,
    records: sourceRecords(await readSortedChunk(store, keys, sorted, route.lineEnd)),
    spanning: [sorted.before, sorted.after].filter((id) => id !== undefined),
  };
}

function* sourceRecords(sorted: SortedBytes): Generator<SourceRecord> {
  const { bytes } = sorted;
  let position = 0;
  for (const { start, end, ordinal, line } of sorted) {
    yield { bytes, start, end, ordinal, line, position };
    position += 1;
  }
}

/** How many byte ranges of the source the scan stage reads. */
export function countRanges({ source, plan }: Pick<OpenImport, 'source' | 'plan'>): number {
  return scanRangeCount({ source: { size: source.size, dataStart: plan.layout.dataStart }, limits: plan.limits });
}
