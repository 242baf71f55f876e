import * as z from 'zod';
import { type Block, BlockBuilder, type IndexWriter, type Space } from '../../../search/index.ts';
import { readOrMake, readResult } from '../../../shared/use-cases/work-objects.ts';
import { keyOfRecord, spaceOfRecord } from '../../domain/search-index/entry-run.ts';
import { readRange, type SortedRange } from '../sort/read-range.ts';
import { CutIndexSchema } from './cut-index.ts';
import { entrySort, type IndexContext } from './index-context.ts';

/** Blocks in flight: eight requests of 25. */
const BLOCKS_AT_ONCE = 200;

export const BlocksResultSchema = z.strictObject({ blocks: z.int().min(0), entries: z.int().min(0) });
export type BlocksResult = z.infer<typeof BlocksResultSchema>;

/** Writes the blocks of one range. A repetition writes the same blocks. */
export function writeBlocks(
  { writer }: { readonly writer: Pick<IndexWriter, 'putBlocks'> },
  context: IndexContext,
  range: number,
): Promise<BlocksResult> {
  const { store, work } = context;
  return readOrMake(store, work('index-write', range), BlocksResultSchema, async () => {
    const { cuts } = await readResult(store, work('index-cut', 0), CutIndexSchema);
    if (!cuts) throw new Error('A generation without entries has no ranges');
    const sorted = await readRange(entrySort(context), cuts, range, false);
    let blocks = 0;
    let pending: Block[] = [];
    let writing: Promise<void> = Promise.resolve();
    for (const block of blocksOf(context, sorted)) {
      blocks += 1;
      if (pending.push(block) < BLOCKS_AT_ONCE) continue;
      await writing;
      writing = writer.putBlocks(pending);
      // The next await reports a failure.
      writing.catch(() => {});
      pending = [];
    }
    await writing;
    await writer.putBlocks(pending);
    return { blocks, entries: sorted.order.length };
  });
}

function* blocksOf({ plan }: IndexContext, sorted: SortedRange): Generator<Block> {
  let space: Space | undefined;
  let builder: BlockBuilder | undefined;
  for (const record of ascending(sorted)) {
    const next = spaceOfRecord(record);
    if (next !== space) {
      const last = builder?.finish();
      if (last) yield last;
      builder = new BlockBuilder(plan.table.prefix, next, plan.generation);
      space = next;
    }
    const block = builder?.add(keyOfRecord(record));
    if (block) yield block;
  }
  const last = builder?.finish();
  if (last) yield last;
}

/** The sort is descending; blocks are filled in ascending order. */
function* ascending({ bytes, table, order }: SortedRange): Generator<Buffer> {
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const row = order[index] ?? 0;
    const start = table.startOf(row);
    yield bytes.subarray(start, start + table.lengthOf(row));
  }
}
