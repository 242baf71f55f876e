import { STEP_MEMORY_MEGABYTES } from '../../../shared/domain/step-memory.ts';
import type { ChunkCounts, FileForecast } from './chunk-counts.ts';
import { stepsBefore } from './s3-requests.ts';

/**
 * Measured with `npm run bench -- cost` on one core of an x64 machine, with the engine and the bucket on the same
 * machine. Assumptions: Lambda's arm64 processor at full share is as fast, and DynamoDB and S3 answer more slowly but a
 * step has several requests in flight. The metered cost of an import shows the real figures.
 */
const SECONDS = {
  /** From an environment's start to its first invocation. */
  start: 0.35,
  /** Of every invocation, independent of its chunk. */
  invocation: 0.05,
  decodedByte: 20e-9,
  scannedByte: 8e-9,
  sortedByte: 12e-9,
  mergedByte: 12e-9,
  insertedRow: 390e-6,
  comparedRow: 47e-6,
  updatedRow: 725e-6,
  assembledByte: 5e-9,
} as const;

/** Chunks of one stage that are in flight at once: the MaxConcurrency of the state machine's Maps. */
const IN_FLIGHT = { sort: 40, write: 10, files: 20 } as const;
const MEGABYTES_PER_GB = 1_024;
const SECONDS_PER_MINUTE = 60;

/** A Map of the workflow: its chunks, its concurrency, and the total working seconds. */
interface Stage {
  readonly chunks: number;
  readonly inFlight: number;
  readonly seconds: number;
}

function stagesOf(
  { encodedBytes, route, rows, dataBytes, inserts, updates }: FileForecast,
  counts: ChunkCounts,
): Stage[] {
  const sorting = { inFlight: IN_FLIGHT.sort };
  const writing = { inFlight: IN_FLIGHT.write };
  const isCompared = route === 'differentiate';
  const handoffBytes = isCompared ? (dataBytes * (inserts + updates)) / rows : 0;
  const decoding = encodedBytes === undefined ? 0 : SECONDS.decodedByte * dataBytes;
  return [
    { inFlight: 1, chunks: counts.decoded ? 1 : 0, seconds: decoding },
    { ...sorting, chunks: counts.ranges, seconds: SECONDS.scannedByte * dataBytes },
    { ...sorting, chunks: counts.ranges, seconds: SECONDS.sortedByte * dataBytes },
    { ...sorting, chunks: counts.merges, seconds: SECONDS.mergedByte * dataBytes },
    {
      ...writing,
      chunks: counts.chunks,
      seconds: isCompared ? SECONDS.comparedRow * rows : SECONDS.insertedRow * inserts,
    },
    { ...writing, chunks: counts.inserts, seconds: isCompared ? SECONDS.insertedRow * inserts : 0 },
    { ...writing, chunks: counts.updates, seconds: SECONDS.updatedRow * updates },
    { inFlight: IN_FLIGHT.files, chunks: counts.parts, seconds: SECONDS.assembledByte * handoffBytes },
  ];
}

export interface LambdaForecast {
  readonly gbSeconds: number;
  /** The part of it that starts environments and invocations. */
  readonly startingGbSeconds: number;
  readonly requests: number;
  /** The part in which workers process records. */
  readonly recordSeconds: number;
  /** From the workflow's start to its end. */
  readonly minutes: number;
}

/** The Lambda use of the steps with cold environments: each step is a function of its own. */
export function forecastLambda(forecast: FileForecast, counts: ChunkCounts): LambdaForecast {
  const stages = stagesOf(forecast, counts);
  const requests = stepsBefore(counts) + 1;
  const coordinators = requests - stages.reduce((sum, { chunks }) => sum + chunks, 0);
  const environments = stages.reduce((sum, { chunks, inFlight }) => sum + Math.min(chunks, inFlight), coordinators);
  const working = stages.reduce((sum, { seconds }) => sum + seconds, 0);
  const startingGbSeconds = toGbSeconds(SECONDS.start * environments + SECONDS.invocation * requests);
  const gbSeconds = startingGbSeconds + toGbSeconds(working);
  const recordSeconds = stages.reduce(
    (sum, { inFlight, seconds }) => sum + (inFlight === IN_FLIGHT.write ? seconds : 0),
    0,
  );
  return { gbSeconds, startingGbSeconds, requests, recordSeconds, minutes: minutesOf(stages, coordinators) };
}

/** Steps whose chunks together work so many seconds, some ten of them at once. */
export function forecastSteps(invocations: number, seconds: number): Pick<LambdaForecast, 'gbSeconds' | 'minutes'> {
  const starting = invocations * (SECONDS.start + SECONDS.invocation);
  return {
    gbSeconds: toGbSeconds(starting + seconds),
    minutes: (starting + seconds) / IN_FLIGHT.write / SECONDS_PER_MINUTE,
  };
}

function minutesOf(stages: readonly Stage[], coordinators: number): number {
  const oneByOne = SECONDS.start + SECONDS.invocation;
  const seconds = stages
    .filter(({ chunks }) => chunks > 0)
    .reduce((sum, { chunks, inFlight, seconds: working }) => {
      const rounds = Math.ceil(chunks / inFlight);
      return sum + SECONDS.start + rounds * (SECONDS.invocation + working / chunks);
    }, coordinators * oneByOne);
  return seconds / SECONDS_PER_MINUTE;
}

export const toGbSeconds = (seconds: number): number => (seconds * STEP_MEMORY_MEGABYTES) / MEGABYTES_PER_GB;
