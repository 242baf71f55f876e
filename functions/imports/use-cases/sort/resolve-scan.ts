import { readOrMake, readResult, readResults } from '../../../shared/use-cases/work-objects.ts';
import { scanRangeCount } from '../../domain/sort/ranges.ts';
import { type Resolved, type ResolvedFile, ResolvedSchema, resolve } from '../../domain/sort/resolve.ts';
import { RangeScanSchema } from './scan-range.ts';
import type { SortJob } from './sort-job.ts';

/** Joins the scans of all ranges: the runs, or the rejection of the file. */
export async function resolveScan(job: SortJob): Promise<Resolved> {
  const { store, keys, source, format, limits } = job;
  return readOrMake(store, keys.work('resolved', 0), ResolvedSchema, async () => {
    const scans = await readResults(store, scanRangeCount(job), (index) => keys.work('scan', index), RangeScanSchema);
    return resolve(scans, source, format, limits);
  });
}

/** The resolved scan. @throws Error when it does not exist or is a rejection */
export async function resolvedFile({ store, keys }: SortJob): Promise<ResolvedFile> {
  const resolved = await readResult(store, keys.work('resolved', 0), ResolvedSchema);
  if ('rejection' in resolved) throw new Error('the file was rejected: there is nothing to sort');
  return resolved;
}
