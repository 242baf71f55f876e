import type { ChunkCounts } from './chunk-counts.ts';

export interface S3Requests {
  readonly s3Reads: number;
  readonly s3Writes: number;
}

/** Every step reads the plan, the cancel flag and its own earlier result; it writes its result and its use. */
const OPENING_READS = 3;
const CLOSING_WRITES = 2;
/** The interval at which workers read the cancel flag. */
const POLL_INTERVAL_SECONDS = 2;
/** The interval at which workers write their progress. */
const SECONDS_BETWEEN_PROGRESS = 5;

/**
 * S3 requests of each step, for a file without failed records. The integration tests compare it with the requests that
 * the steps really send.
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
  /** Number of runs. */
  readonly times: number;
  /** Reads in addition to those of every step. */
  readonly reads: number;
  readonly writes: number;
  /** Results of other steps that its runs read, in total. */
  readonly gathered?: number;
}

/** Decoding reads the source and uploads the decoded file; every step then reads the name of the decoded object. */
function decodeRequests(counts: ChunkCounts): Step[] {
  const { decoded } = counts;
  if (!decoded) return [];
  return [{ times: 1, reads: 0, writes: decoded.parts + 2, gathered: decoded.reads + stepsBefore(counts) }];
}

function sortRequests({ ranges, merges }: ChunkCounts): Step[] {
  return [
    // plan: its own result is the plan; reads the size and the head of the source; no cancel flag yet
    { times: 1, reads: 0, writes: 0 },
    // scan: the range
    { times: ranges, reads: 1, writes: 0 },
    // resolve-scan
    { times: 1, reads: 0, writes: 0, gathered: ranges },
    // sort-run: the resolved scan, the range; frames and samples
    { times: ranges, reads: 2, writes: 2 },
    // cut: the resolved scan, and twice the upload; results and samples of the runs; opens the upload
    { times: 1, reads: 3, writes: 2, gathered: 2 * ranges },
    // merge: the cuts, the resolved scan, the upload, a slice of each run; the part and its sidecar
    { times: merges, reads: 3, writes: 2, gathered: merges * ranges },
    // choose-route: the resolved scan (twice), the upload, its own second result; completes the sorted file
    { times: 1, reads: 4, writes: 2, gathered: merges + ranges },
  ];
}

function writeRequests({ route, chunks, inserts, updates, pieces }: ChunkCounts): Step[] {
  // The route, the chunk and its sidecar.
  const reads = 3;
  if (route === 'bulk-copy') return [{ times: chunks, reads, writes: 0 }];
  const handoffs = (inserts > 0 ? 1 : 0) + (updates > 0 ? 1 : 0);
  return [
    // Its line of the log, and the row index of inserts and updates, even when empty.
    { times: chunks, reads, writes: 3 + handoffs },
    { times: 1, reads: 1, writes: 0, gathered: chunks },
    // insert, update: the route and the write plan; of each piece the result, the rows and their row index
    { times: inserts, reads: 2, writes: 0, gathered: 3 * pieces },
    // An update writes the old values twice: for programs and for people.
    { times: updates, reads: 2, writes: 2 },
  ];
}

function fileRequests(counts: ChunkCounts): Step[] {
  const { route, chunks, inserts, updates, parts, multipartFiles, multipartParts } = counts;
  // The route, the results of its chunks, and after differentiate the write plan with its results.
  const history = 1 + chunks + (route === 'bulk-copy' ? 0 : 1 + inserts + updates);
  const fragments =
    route === 'bulk-copy' ? 0 : chunks * (1 + (inserts > 0 ? 1 : 0) + (updates > 0 ? 1 : 0)) + 2 * updates;
  const steps = stepsBefore(counts) + 1;
  return [
    // plan-files
    { times: 1, reads: 1, writes: multipartFiles, gathered: history },
    // assemble: no cancel flag; the files twice, to find the newest; the fragments of the part
    { times: parts, reads: 1, writes: 1, gathered: fragments },
    // finish: no earlier result, the files twice, the scan's rejection; the etags of the parts; the use of every step
    { times: 1, reads: 1, writes: 1 + multipartFiles, gathered: history + multipartParts + multipartFiles + steps },
  ];
}

/** Invocations before the last step; each has written its use. */
export function stepsBefore({ decoded, route, ranges, merges, chunks, inserts, updates, parts }: ChunkCounts): number {
  const coordinators = (route === 'bulk-copy' ? 5 : 6) + (decoded ? 1 : 0);
  return coordinators + 2 * ranges + merges + chunks + inserts + updates + parts;
}
