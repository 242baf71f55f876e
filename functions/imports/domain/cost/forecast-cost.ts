import type { ImportLimits } from '../limits.ts';
import type { GenerationForecast } from '../search-index/index-cost.ts';
import { type ChunkCounts, countChunks, type FileForecast } from './chunk-counts.ts';
import { forecastLambda, forecastSteps } from './lambda-seconds.ts';
import { addUp, type Consumption, NOTHING_USED } from './prices.ts';
import { countS3Requests } from './s3-requests.ts';
import { countTransitions } from './transitions.ts';
import { controlUnits, type TableForecast, unitsToChooseRoute, unitsToCompare } from './units.ts';

/** The sizes that a cost is computed from. */
export interface ImportForecast {
  readonly file: FileForecast;
  readonly table: TableForecast;
  readonly limits: ImportLimits;
  readonly consistentRead: boolean;
  readonly dryRun: boolean;
  /** Mean write units of an insert and of an update, index entries included. */
  readonly insertUnits: number;
  readonly updateUnits: number;
  /** Of the search index, if the import writes one. */
  readonly generation: GenerationForecast;
}

/** The cost of an import. Pure arithmetic. */
export function forecastCost(forecast: ImportForecast): { readonly used: Consumption; readonly minutes: number } {
  const { file, table, limits, consistentRead, dryRun, insertUnits, updateUnits, generation } = forecast;
  const counts = countChunks(file, limits);
  const fixed = costOfChunks(file, counts);
  const lambda = forecastLambda(file, counts);
  const customerWrites = dryRun ? 0 : file.inserts * insertUnits + file.updates * updateUnits;
  const used = {
    ...fixed,
    writeUnits: customerWrites + fixed.writeUnits,
    readUnits: fixed.readUnits + unitsToChooseRoute(table) + unitsToCompare(file, table, counts.chunks, consistentRead),
    lambdaGbSeconds: lambda.gbSeconds,
  };
  const index = costOfGeneration(generation);
  return { used: addUp(used, index.used), minutes: lambda.minutes + index.minutes };
}

/** The part of the cost that depends on the number of chunks and not on the rows. */
export function costOfChunks(file: FileForecast, counts: ChunkCounts): Consumption {
  const { startingGbSeconds, requests, recordSeconds } = forecastLambda(file, counts);
  return {
    ...controlUnits(file),
    ...countS3Requests(counts, recordSeconds),
    transitions: countTransitions(runsOf(counts)),
    lambdaGbSeconds: startingGbSeconds,
    lambdaRequests: requests,
  };
}

/** The steps that write a generation, each with a cold environment for each of its chunks. */
function costOfGeneration({ used, runs, seconds }: GenerationForecast) {
  const steps = Object.entries(runs);
  const invocations = steps.reduce((sum, [, count]) => sum + count, 0);
  const lambda = forecastSteps(invocations, seconds);
  const transitions = countTransitions(
    new Map(steps.map(([step, count]) => [step, { chunks: count, invocations: count }])),
  );
  const parts = { ...used, transitions, lambdaGbSeconds: lambda.gbSeconds, lambdaRequests: invocations };
  return { used: { ...NOTHING_USED, ...parts }, minutes: lambda.minutes };
}

/** The number of runs of each step, without retries. */
function runsOf({ decoded, route, ranges, merges, chunks, inserts, updates, parts }: ChunkCounts) {
  const once = 1;
  const times: Record<string, number> = {
    plan: once,
    ...(decoded && { decode: once }),
    scan: ranges,
    'resolve-scan': once,
    'sort-run': ranges,
    cut: once,
    merge: merges,
    'choose-route': once,
    [route]: chunks,
    ...(route === 'differentiate' && { 'plan-writes': once, insert: inserts, update: updates }),
    'plan-files': once,
    assemble: parts,
    finish: once,
  };
  return new Map(Object.entries(times).map(([step, count]) => [step, { chunks: count, invocations: count }]));
}
