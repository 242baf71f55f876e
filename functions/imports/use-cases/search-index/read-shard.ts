import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { Customers } from '../../../customers/index.ts';
import { entriesOf, searchableFields } from '../../../search/index.ts';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import { EntryRun, type Segment } from '../../domain/search-index/entry-run.ts';
import { framesKey, samplesKey } from '../sort/sort-run.ts';
import { entrySort, type IndexContext } from './index-context.ts';

/** Sorted runs of the entries of one shard. A table with few customers has shards without any. */
export const ShardResultSchema = z.strictObject({
  customers: z.int().min(0),
  entries: z.int().min(0),
  segments: z.array(
    z.strictObject({ segment: z.int().min(0), framedBytes: z.int().min(1), sampleBytes: z.int().min(1) }),
  ),
});
export type ShardResult = z.infer<typeof ShardResultSchema>;

const SEGMENT_NUMBERS = 2 ** 47;

/** Memory that the next shard uses again. */
let run: EntryRun | undefined;

/** Reads the customers of shard `shard`, and stores their entries as sorted runs. */
export function readShard(
  { customers }: { readonly customers: Pick<Customers, 'readShard'> },
  context: IndexContext,
  shard: number,
): Promise<ShardResult> {
  const { store, plan, work } = context;
  return readOrMake(store, work('index-read', shard), ShardResultSchema, async () => {
    run ??= new EntryRun(plan.limits.sampleBytes);
    run.clear();
    const codes = searchableFields(plan.table).map(({ code }) => code);
    const result: ShardResult = { customers: 0, entries: 0, segments: [] };
    for await (const page of customers.readShard(plan.table, shard, codes)) {
      result.customers += page.length;
      for (const { customerId, values } of page) {
        for (const entry of entriesOf(plan.table, customerId, values)) {
          if (run.isFull) await keep(context, shard, run.finish(), result);
          run.add(entry);
        }
      }
    }
    if (!run.isEmpty) await keep(context, shard, run.finish(), result);
    return result;
  });
}

/** Two attempts at the same time may find different customers: each has numbers of its own for its segments. */
async function keep(context: IndexContext, shard: number, segment: Segment, result: ShardResult): Promise<void> {
  const { frames, samples, entries } = segment;
  const sort = entrySort(context);
  const number = randomInt(SEGMENT_NUMBERS);
  await context.store.put(framesKey(sort, shard, number), frames);
  await context.store.put(samplesKey(sort, shard, number), samples);
  result.segments.push({ segment: number, framedBytes: frames.length, sampleBytes: samples.length });
  result.entries += entries;
}
