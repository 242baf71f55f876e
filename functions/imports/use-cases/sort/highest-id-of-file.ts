import { inBatches, READS_AT_ONCE } from './in-batches.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { RunResultSchema } from './sort-run.ts';
import { expectResult } from './stored-result.ts';

/** The greatest `n` of the file's Customer IDs of the form `<PREFIX>_<n>`; 0 when it has none. */
export async function highestIdOfFile(job: SortJob): Promise<number> {
  const { runs } = await resolvedFile(job);
  const results = await inBatches(runs.length, READS_AT_ONCE, (run) =>
    expectResult(job.store, job.keys.work('run', run), RunResultSchema),
  );
  return results.reduce((highest, { highestId }) => Math.max(highest, highestId), 0);
}
