import type { ImportLimits } from '../limits.ts';
import { type ChunkCounts, countChunks, type FileForecast } from './chunk-counts.ts';
import { forecastLambda } from './lambda-seconds.ts';
import type { Consumption } from './prices.ts';
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
}

/** The cost of an import. Pure arithmetic. */
export function forecastCost(forecast: ImportForecast): { readonly used: Consumption; readonly minutes: number } {
  const { file, table, limits, consistentRead, dryRun, insertUnits, updateUnits } = forecast;
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
  return { used, minutes: lambda.minutes };
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
