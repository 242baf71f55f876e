/** Both ends belong to the range; the order is that of the IDs' UTF-8 bytes. */
export interface IdRange {
  readonly highestId: string;
  readonly lowestId: string;
}

/** The highest customers of one shard in a range of Customer IDs. */
export interface RangeSample {
  readonly rows: number;
  /** The lowest Customer ID seen, when the range holds more; undefined when the sample is all there is. */
  readonly lowestId: string | undefined;
  /** The mean size of their items; 0 when there are none. */
  readonly itemBytes: number;
}

/** What a part of a file and the same part of a table are thought to hold. */
export interface ReadEstimate {
  readonly fileRows: number;
  readonly tableRows: number;
  readonly itemBytes: number;
}

export type ReadMethod = 'query' | 'batch-get';

/** DynamoDB charges reads in units of 4 KB: Query for a page as a whole, BatchGetItem for every item. */
const READ_UNIT_BYTES = 4_096;

/**
 * The cheaper way to read what a part of a file needs. Query pays for the bytes of every customer in the range,
 * BatchGetItem a whole unit for every record; an item of more than a unit only tips it further towards BatchGetItem.
 */
export function chooseReadMethod({ fileRows, tableRows, itemBytes }: ReadEstimate): ReadMethod {
  return fileRows * READ_UNIT_BYTES >= tableRows * itemBytes ? 'query' : 'batch-get';
}

function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** How many of the IDs, which descend, are not below `id`. */
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

/** Sets what a sample of one shard found against the same stretch of the file: shards hold equal shares. */
export function estimateRead(descendingIds: readonly string[], sample: RangeSample, shardCount: number): ReadEstimate {
  const { lowestId } = sample;
  const fileRows = lowestId === undefined ? descendingIds.length : countDownTo(descendingIds, lowestId);
  return { fileRows, tableRows: sample.rows * shardCount, itemBytes: Math.round(sample.itemBytes) };
}
