/** How many small objects are asked for at once. */
export const READS_AT_ONCE = 16;

/** Does `work` for each index below `count`, a few at a time; answers the results in order. */
export async function inBatches<T>(count: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const size = Math.min(atOnce, count - from);
    results.push(...(await Promise.all(Array.from({ length: size }, (_, offset) => work(from + offset)))));
  }
  return results;
}
