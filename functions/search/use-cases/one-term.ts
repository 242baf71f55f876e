import { entryOfKey } from '../domain/entry.ts';
import { blockPartition, bucketOf, readSingle, singlePartition } from '../domain/index-keys.ts';
import type { Lookup } from '../domain/lookup.ts';
import type { IndexReader } from '../ports.ts';
import { BlockRun } from './block-run.ts';
import type { FoundCandidate, Source } from './source.ts';

/** What a search reads: the table of the indexes, and which blocks of it are valid. */
export interface OpenIndex {
  readonly reader: IndexReader;
  readonly tablePrefix: string;
  /** The generation of blocks; undefined while there are none. */
  readonly live: number | undefined;
}

/** Of one reading: a word may have far more entries in other fields than in those of the search. */
const MOST_BLOCKS = 8;
/** Of one reading, of some 100 bytes each: as many bytes as the blocks have. */
const MOST_SINGLES = 320;

export function singlesPartition({ tablePrefix }: OpenIndex, { space, beginning }: Lookup): string {
  return singlePartition(tablePrefix, space, bucketOf(beginning));
}

export function runOf(index: OpenIndex, lookup: Lookup, after: string | undefined): BlockRun | undefined {
  const { reader, tablePrefix, live } = index;
  if (live === undefined) return undefined;
  const partition = blockPartition(tablePrefix, lookup.space, live, bucketOf(lookup.beginning));
  return new BlockRun(reader, partition, lookup, after);
}

const singlesOf =
  (index: OpenIndex, lookup: Lookup): Source =>
  async (after, wanted) => {
    const partition = singlesPartition(index, lookup);
    const items: FoundCandidate[] = [];
    let last = after;
    for (let read = 0; items.length < wanted && read < MOST_SINGLES; read += wanted) {
      const singles = await index.reader.singles(partition, lookup.beginning, last, wanted);
      for (const { SK } of singles) {
        const { customerId, field } = readSingle(SK);
        if (lookup.fields.has(field)) items.push({ customerId, at: SK });
      }
      if (singles.length < wanted) return { items, next: undefined };
      last = singles.at(-1)?.SK;
    }
    return { items, next: last };
  };

const blocksOf =
  (index: OpenIndex, lookup: Lookup): Source =>
  async (after, wanted) => {
    const run = runOf(index, lookup, after);
    const items: FoundCandidate[] = [];
    // The first block may have only the beginning of the run, so one more is read before the pieces grow.
    for (let limit = 1; run && !run.isLast && items.length < wanted && run.blocks < MOST_BLOCKS; ) {
      for (const key of await run.next(limit)) {
        const { customerId, field } = entryOfKey(lookup.space, key);
        if (lookup.fields.has(field)) items.push({ customerId, at: key.toString() });
      }
      limit = Math.min(run.blocks, MOST_BLOCKS - run.blocks);
    }
    return { items, next: run?.isLast === false ? run.after : undefined };
  };

/** The lists of the candidates of one term: newer entries and blocks. */
export const sourcesOfLookups = (index: OpenIndex, lookups: readonly Lookup[]): readonly Source[] =>
  lookups.flatMap((lookup) => [singlesOf(index, lookup), blocksOf(index, lookup)]);
