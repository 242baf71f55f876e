/** Both ends are inclusive; the order is that of the IDs' UTF-8 bytes. */
export interface IdRange {
  readonly highestId: string;
  readonly lowestId: string;
}

/** The highest customers of one shard in a range of Customer IDs. */
export interface RangeSample {
  readonly rows: number;
  /** The lowest Customer ID in the sample if the range holds more; undefined if the sample is the whole range. */
  readonly lowestId: string | undefined;
  /** The mean size of their items in bytes; 0 without any. */
  readonly itemBytes: number;
}

/** The estimated contents of a part of a file and of the same part of the table. */
export interface ReadEstimate {
  readonly fileRows: number;
  readonly tableRows: number;
  readonly itemBytes: number;
}

export type ReadMethod = 'query' | 'batch-get';

/** DynamoDB charges reads in units of 4 KB: a page of Query as a whole, BatchGetItem for each item. */
const READ_UNIT_BYTES = 4_096;

/**
 * The cheaper way to read the customers of a part of a file. Query costs the bytes of every customer in the range,
 * BatchGetItem a whole unit for each record. Items larger than a unit make BatchGetItem even cheaper in comparison.
 */
export function chooseReadMethod({ fileRows, tableRows, itemBytes }: ReadEstimate): ReadMethod {
  return fileRows * READ_UNIT_BYTES >= tableRows * itemBytes ? 'query' : 'batch-get';
}

function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The number of IDs, in descending order, that are not below `id`. */
function countDownTo(descendingIds: readonly string[], id: string): number {
  let low = 0;
  let high = descendingIds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareUtf8(descendingIds[middle] ?? '', id) >= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Compares the sample of one shard with the same range of the file: all shards hold equal shares. */
export function estimateRead(descendingIds: readonly string[], sample: RangeSample, shardCount: number): ReadEstimate {
  const { lowestId } = sample;
  const fileRows = lowestId === undefined ? descendingIds.length : countDownTo(descendingIds, lowestId);
  return { fileRows, tableRows: sample.rows * shardCount, itemBytes: Math.round(sample.itemBytes) };
}
