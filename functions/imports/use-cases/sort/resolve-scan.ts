import { scanRangeCount } from '../../domain/sort/ranges.ts';
import { type Resolved, type ResolvedFile, ResolvedSchema, resolve } from '../../domain/sort/resolve.ts';
import { inBatches, READS_AT_ONCE } from './in-batches.ts';
import { RangeScanSchema } from './scan-range.ts';
import type { SortJob } from './sort-job.ts';
import { expectResult, keepResult, storedResult } from './stored-result.ts';

/** Puts the scans of all ranges together: what the runs are, or why the file is refused. */
export async function resolveScan(job: SortJob): Promise<Resolved> {
  const { store, keys, source, format, limits } = job;
  const key = keys.work('resolved', 0);
  const found = await storedResult(store, key, ResolvedSchema);
  if (found) return found;
  const scans = await inBatches(scanRangeCount(job), READS_AT_ONCE, (index) =>
    expectResult(store, keys.work('scan', index), RangeScanSchema),
  );
  return keepResult(store, key, ResolvedSchema, resolve(scans, source, format, limits));
}

/** What `resolveScan` found. @throws Error when it has not run, or refused the file. */
export async function resolvedFile({ store, keys }: SortJob): Promise<ResolvedFile> {
  const resolved = await expectResult(store, keys.work('resolved', 0), ResolvedSchema);
  if ('refusal' in resolved) throw new Error('the file was refused: there is nothing to sort');
  return resolved;
}
