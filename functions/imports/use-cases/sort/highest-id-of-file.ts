import { readResults } from '../../../shared/use-cases/work-objects.ts';
import { resolvedFile } from './resolve-scan.ts';
import type { SortJob } from './sort-job.ts';
import { RunResultSchema } from './sort-run.ts';

/** The greatest `n` of the file's Customer IDs of the form `<PREFIX>_<n>`; 0 when it has none. */
export async function highestIdOfFile(job: SortJob): Promise<number> {
  const { runs } = await resolvedFile(job);
  const results = await readResults(job.store, runs.length, (run) => job.keys.work('run', run), RunResultSchema);
  return results.reduce((highest, { highestId }) => Math.max(highest, highestId), 0);
}
