import * as z from 'zod';

/** How many lines `failures.csv` or `warnings.csv` has of each code: `{"value.too-long": 4}`. */
export const CodeCountsSchema = z.record(z.string(), z.int().min(1));
export type CodeCounts = Readonly<Record<string, number>>;

export function countCodes(findings: Iterable<{ readonly code: string }>): CodeCounts | undefined {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return Object.keys(counts).length > 0 ? counts : undefined;
}

/** The sums of several counts, the most frequent code first; undefined without any. */
export function sumCodes(all: Iterable<CodeCounts | undefined>): CodeCounts | undefined {
  const sums = new Map<string, number>();
  for (const counts of all) {
    for (const [code, count] of Object.entries(counts ?? {})) sums.set(code, (sums.get(code) ?? 0) + count);
  }
  const ordered = [...sums].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return ordered.length > 0 ? Object.fromEntries(ordered) : undefined;
}
