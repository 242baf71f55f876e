import type { PublishedTable } from '../functions/crm-tables/index.ts';
import { countChunks, type FileForecast } from '../functions/imports/domain/cost/chunk-counts.ts';
import { costOfChunks } from '../functions/imports/domain/cost/forecast-cost.ts';
import { toGbSeconds } from '../functions/imports/domain/cost/lambda-seconds.ts';
import { addUp, type Consumption, dollarsOf, NOTHING_USED } from '../functions/imports/domain/cost/prices.ts';
import { ImportLimitsSchema } from '../functions/imports/domain/limits.ts';
import type { Bench, CostLine } from './support/bench.ts';
import { BenchRows } from './support/bench-rows.ts';
import { BENCH_TABLE, SEARCHABLE_BENCH_TABLE } from './support/bench-table.ts';
import { startDynamoEngine } from './support/dynamo-engine.ts';
import { importMetered, MeteredBucket, type MeteredImport } from './support/metered-import.ts';

/** Enough rows to make the fixed costs of an import negligible. */
const ROWS = 20_000;
const MILLION = 1_000_000;
const TITLE = /,(Mr|Mrs|Ms|Dr),/g;
const DAY_MS = 86_400_000;
/** An import that follows another within a minute reads consistently, at twice the price. */
const daysLater = (days: number) => ({ now: () => new Date(Date.now() + days * DAY_MS) });

/**
 * The cost of one import of a million rows at the prices of us-east-1: as new customers into an empty table, unchanged,
 * and with one changed field in each row.
 * The usage of the rows is metered on fewer rows, through all the steps, and scaled; transitions, S3 requests and starts
 * of Lambda are counted once, for the chunks of a million rows.
 */
export const costBench: Bench = async function* ({ rows = ROWS }) {
  const { file } = new BenchRows(rows);
  const bucket = await MeteredBucket.start();
  for (const table of [BENCH_TABLE, SEARCHABLE_BENCH_TABLE]) {
    const suffix = table === BENCH_TABLE ? '' : '.searchable';
    const engine = await startDynamoEngine();
    const inserted = await importMetered(bucket, engine, table, `inserted${suffix}`, file);
    yield costLine(`cost.inserted${suffix}`, table, file, inserted);
    const unchanged = await importMetered(bucket, engine, table, `unchanged${suffix}`, file, daysLater(1));
    yield costLine(`cost.unchanged${suffix}`, table, file, unchanged);
    const changes = file.replaceAll(TITLE, ',Sir,');
    const updated = await importMetered(bucket, engine, table, `updated${suffix}`, changes, daysLater(2));
    yield costLine(`cost.updated${suffix}`, table, changes, updated);
    await engine.stop();
  }
  await bucket.stop();
};

function costLine(bench: string, table: PublishedTable, file: string, run: MeteredImport): CostLine {
  const { counts } = run.record;
  if (!counts || counts.failed > 0) throw new Error(`The import ended with ${JSON.stringify(run.record)}`);
  const rows = counts.total;
  const perRow = perRowOf(table, run, rows);
  const own = fixedFor(run, rows, file.length);
  const metered = addUp(scaled(perRow, rows), { ...own, ...requestsOf(run, own) });
  const fixed = fixedFor(run, MILLION, (file.length * MILLION) / rows);
  const million = addUp(scaled(perRow, MILLION), fixed);
  return {
    bench,
    dollarsPerMillion: rounded(dollarsOf(million), 4),
    fixedDollars: rounded(dollarsOf(fixed), 4),
    writeUnitsPerRow: rounded(perRow.writeUnits, 4),
    readUnitsPerRow: rounded(perRow.readUnits, 4),
    transitions: million.transitions,
    lambdaGbSeconds: rounded(million.lambdaGbSeconds, 1),
    s3Requests: Math.round(million.s3Reads + million.s3Writes),
    estimateRatio: rounded(run.estimate.dollars / dollarsOf(metered), 3),
  };
}

/**
 * Metered S3 requests, plus those of the steps' handlers, which do not run here: each handler stores its metering, and the
 * last one reads all of them.
 */
function requestsOf(
  { used }: MeteredImport,
  { lambdaRequests }: Consumption,
): Pick<Consumption, 's3Reads' | 's3Writes'> {
  return { s3Reads: used.s3Reads + lambdaRequests, s3Writes: used.s3Writes + lambdaRequests };
}

/** Units of the customers' table and processor time, for each row. */
function perRowOf({ shardCount }: PublishedTable, { used, seconds }: MeteredImport, rows: number): Consumption {
  return {
    ...NOTHING_USED,
    writeUnits: used.writeUnits / rows,
    // Each shard is read once to check that it is empty, whatever the number of rows.
    readUnits: (used.readUnits - shardCount) / rows,
    lambdaGbSeconds: toGbSeconds(seconds / rows),
  };
}

const scaled = ({ writeUnits, readUnits, lambdaGbSeconds }: Consumption, rows: number): Consumption => ({
  ...NOTHING_USED,
  writeUnits: writeUnits * rows,
  readUnits: readUnits * rows,
  lambdaGbSeconds: lambdaGbSeconds * rows,
});

/** Usage that does not grow with each row: units of the control table as metered, the rest by the number of chunks. */
function fixedFor({ record, control }: MeteredImport, rows: number, dataBytes: number): Consumption {
  const isNew = (record.counts?.inserted ?? 0) > 0;
  const file: FileForecast = {
    rows,
    dataBytes,
    route: isNew ? 'bulk-copy' : 'differentiate',
    inserts: isNew ? rows : 0,
    updates: (record.counts?.updated ?? 0) > 0 ? rows : 0,
  };
  const { writeUnits, readUnits } = control;
  return { ...costOfChunks(file, countChunks(file, ImportLimitsSchema.parse({}))), writeUnits, readUnits };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
