import * as z from 'zod';
import { readOrMake, readResults } from '../../../shared/use-cases/work-objects.ts';
import { CutSegmentsSchema, cutSegments, type SegmentOfRun } from '../sort/cut-segments.ts';
import { entrySort, type IndexContext } from './index-context.ts';
import { type ShardResult, ShardResultSchema } from './read-shard.ts';

export const CutIndexSchema = z.strictObject({
  customers: z.int().min(0),
  entries: z.int().min(0),
  /** Absent without entries. */
  cuts: CutSegmentsSchema.optional(),
});
export type CutIndex = z.infer<typeof CutIndexSchema>;

/** Cuts the sorted order of all entries into ranges. */
export function cutIndex(context: IndexContext): Promise<CutIndex> {
  const { store, plan, work } = context;
  return readOrMake(store, work('index-cut', 0), CutIndexSchema, async () => {
    const { shardCount } = plan.table;
    const shards = await readResults(store, shardCount, (shard) => work('index-read', shard), ShardResultSchema);
    const segments = segmentsOf(shards);
    return {
      customers: shards.reduce((sum, { customers }) => sum + customers, 0),
      entries: shards.reduce((sum, { entries }) => sum + entries, 0),
      ...(segments.length > 0 && { cuts: await cutSegments(withSmallRanges(context, segments), segments, false) }),
    };
  });
}

/** Records of entries are short: a range of the import's size would have millions of them, and each takes numbers, too. */
const RANGE_BYTES = 24 * 1024 * 1024;
const MOST_RANGES = 1_500;

function withSmallRanges(context: IndexContext, segments: readonly SegmentOfRun[]) {
  const sort = entrySort(context);
  const total = segments.reduce((sum, { framedBytes }) => sum + framedBytes, 0);
  const mergeBytes = Math.min(sort.limits.mergeBytes, Math.max(RANGE_BYTES, Math.ceil(total / MOST_RANGES)));
  return { ...sort, limits: { ...sort.limits, mergeBytes } };
}

/** The ordinals of a shard's entries follow those of the shard before it. */
function segmentsOf(shards: readonly ShardResult[]): SegmentOfRun[] {
  let ordinal = 0;
  return shards.flatMap(({ entries, segments }, run) => {
    const first = ordinal;
    ordinal += entries;
    return segments.map((segment) => ({ run, ...segment, ordinal: first, line: 1 }));
  });
}

export const rangesOf = ({ cuts }: CutIndex): number => cuts?.ranges.length ?? 0;
