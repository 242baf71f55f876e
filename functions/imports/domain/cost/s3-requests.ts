import type { ChunkCounts } from './chunk-counts.ts';

export interface S3Requests {
  readonly s3Reads: number;
  readonly s3Writes: number;
}

/**
 * Every step reads the plan, asks whether the import was cancelled, and polls whether its result is there already; it leaves
 * its result and what it used.
 */
const OPENING_READS = 3;
const CLOSING_WRITES = 2;
/** Workers look now and then whether the import was cancelled. */
const POLL_INTERVAL_SECONDS = 2;
/** Workers write down now and then how far they have come. */
const SECONDS_BETWEEN_PROGRESS = 5;

/**
 * What the steps ask of S3, step by step, for a file without failed records. The integration tests hold it against what
 * the steps really ask.
 */
export function countS3Requests(counts: ChunkCounts, recordSeconds: number): S3Requests {
  const steps = [...decodeRequests(counts), ...sortRequests(counts), ...writeRequests(counts), ...fileRequests(counts)];
  const polls = recordSeconds / POLL_INTERVAL_SECONDS;
  const progress = Math.floor(recordSeconds / SECONDS_BETWEEN_PROGRESS);
  const sum = (of: (step: Step) => number) => steps.reduce((total, step) => total + of(step), 0);
  return {
    s3Reads: sum(({ times, reads, gathered = 0 }) => times * (OPENING_READS + reads) + gathered) + polls,
    s3Writes: sum(({ times, writes }) => times * (CLOSING_WRITES + writes)) + progress,
  };
}

interface Step {
  /** How often it runs. */
  readonly times: number;
  /** Beyond those of every step. */
  readonly reads: number;
  readonly writes: number;
  /** Results of other steps that it reads, in all its runs together. */
  readonly gathered?: number;
}

/** Reads the file, writes it anew; every step then polls where that is. */
function decodeRequests(counts: ChunkCounts): Step[] {
  const { decoded } = counts;
  if (!decoded) return [];
  return [{ times: 1, reads: 0, writes: decoded.parts + 2, gathered: decoded.reads + stepsBefore(counts) }];
}

function sortRequests({ ranges, merges }: ChunkCounts): Step[] {
  return [
    // plan: its own result is the plan; the source's size and its beginning; nobody has cancelled yet
    { times: 1, reads: 0, writes: 0 },
    // scan: the range
    { times: ranges, reads: 1, writes: 0 },
    // resolve-scan
    { times: 1, reads: 0, writes: 0, gathered: ranges },
    // sort-run: what the scan resolved, the range; frames and samples
    { times: ranges, reads: 2, writes: 2 },
    // cut: what the scan resolved, and twice whether there is an upload; results and samples of the runs; opens the upload
    { times: 1, reads: 3, writes: 2, gathered: 2 * ranges },
    // merge: the cuts, what the scan resolved, the upload, a slice of each run; the part and its sidecar
    { times: merges, reads: 3, writes: 2, gathered: merges * ranges },
    // choose-route: what the scan resolved (twice), the upload, its own second result; completes the sorted file
    { times: 1, reads: 4, writes: 2, gathered: merges + ranges },
  ];
}

function writeRequests({ route, chunks, inserts, updates, pieces }: ChunkCounts): Step[] {
  // The route, the chunk and its sidecar.
  const reads = 3;
  if (route === 'bulk-copy') return [{ times: chunks, reads, writes: 0 }];
  const handedOver = (inserts > 0 ? 1 : 0) + (updates > 0 ? 1 : 0);
  return [
    // Its line of the log, and what stands beside the rows of either kind, though there be none.
    { times: chunks, reads, writes: 3 + handedOver },
    { times: 1, reads: 1, writes: 0, gathered: chunks },
    // insert, update: the route and what to write; of each piece the result, the rows and what stands beside them
    { times: inserts + updates, reads: 2, writes: 0, gathered: 3 * pieces },
  ];
}

function fileRequests(counts: ChunkCounts): Step[] {
  const { route, chunks, inserts, updates, parts, multipartFiles, multipartParts } = counts;
  // The route, the results of its chunks, and behind differentiate what was to be written, with those results.
  const history = 1 + chunks + (route === 'bulk-copy' ? 0 : 1 + inserts + updates);
  const fragments = route === 'bulk-copy' ? 0 : chunks * (1 + (inserts > 0 ? 1 : 0) + (updates > 0 ? 1 : 0));
  const steps = stepsBefore(counts) + 1;
  return [
    // plan-files
    { times: 1, reads: 1, writes: multipartFiles, gathered: history },
    // assemble: whatever becomes of the import, nobody asks; the files twice, to know the newest; what the part is made of
    { times: parts, reads: 1, writes: 1, gathered: fragments },
    // finish: no result to look for, the files twice, the scan's rejection; the etags of the parts; what every step used
    { times: 1, reads: 1, writes: 1 + multipartFiles, gathered: history + multipartParts + multipartFiles + steps },
  ];
}

/** Invocations before the last step, each of which has left what it used. */
export function stepsBefore({ decoded, route, ranges, merges, chunks, inserts, updates, parts }: ChunkCounts): number {
  const coordinators = (route === 'bulk-copy' ? 5 : 6) + (decoded ? 1 : 0);
  return coordinators + 2 * ranges + merges + chunks + inserts + updates + parts;
}
