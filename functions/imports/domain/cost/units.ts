import { chooseReadMethod } from '../../../customers/index.ts';
import type { FileForecast } from './chunk-counts.ts';
import { type Consumption, NOTHING_USED } from './prices.ts';

/** Estimated contents of a CRM table. */
export interface TableForecast {
  readonly isEmpty: boolean;
  readonly customers: number;
  /** Mean item size in bytes; the size of the file's items if the table was never counted. */
  readonly itemBytes: number;
  readonly shardCount: number;
}

const READ_UNIT_BYTES = 4_096;
/**
 * The threshold of differentiate: below it BatchGetItem, from it on a sample of the highest items of the chunk's range.
 */
const TOO_FEW_TO_ESTIMATE = 100;
const SAMPLE_ROWS = 64;
/** An eventually consistent read takes half. */
const EVENTUAL = 0.5;
/** A Query's answer is rounded up to a whole 4 KB: half of that, on average, for each shard. */
const ROUNDING = 0.5;

/** Choosing the route sends one strongly consistent query for one customer to each shard. */
export const unitsToChooseRoute = ({ shardCount }: TableForecast): number => shardCount;

/** Read units to compare the file with the table in `chunks` chunks. */
export function unitsToCompare(
  { rows, inserts, route }: FileForecast,
  table: TableForecast,
  chunks: number,
  consistent: boolean,
): number {
  if (route === 'bulk-copy') return 0;
  const factor = consistent ? 1 : EVENTUAL;
  const perGet = Math.ceil(table.itemBytes / READ_UNIT_BYTES);
  if (rows / chunks <= TOO_FEW_TO_ESTIMATE) return factor * (inserts + (rows - inserts) * perGet);
  // Assumes that the file's IDs are spread over the whole table.
  const tableRows = Math.max(table.customers, rows - inserts);
  const sampled = Math.min(SAMPLE_ROWS, tableRows / chunks / table.shardCount);
  const samples = chunks * EVENTUAL * Math.max(1, Math.ceil((sampled * table.itemBytes) / READ_UNIT_BYTES));
  const method = chooseReadMethod({ fileRows: rows, tableRows, itemBytes: table.itemBytes });
  if (method === 'batch-get') return samples + factor * (inserts + (rows - inserts) * perGet);
  const pages = chunks * table.shardCount;
  const perPage = (tableRows * table.itemBytes) / READ_UNIT_BYTES / pages;
  return samples + factor * pages * Math.max(1, perPage + ROUNDING);
}

/**
 * Write units of the control table. First the import's record with its place in the list, before its file is read.
 * Then, each in a transaction: the record again with its place in the queue; the lease with its place in the list of
 * held leases, with the record and the queue; the end, with the lease, that place, and the counters.
 */
const RECEIVE = 2;
const QUEUE = 6;
const CLAIM = 9;
const END = 8;

/**
 * The use that no step meters: everything before the first step, and the end itself, whose units are unknown before it
 * is written.
 */
export const AROUND_THE_STEPS: Consumption = {
  ...NOTHING_USED,
  writeUnits: RECEIVE + QUEUE + CLAIM + END,
  readUnits: 8,
};

/** A stage's progress, at the beginning of each; the table's high-water mark. */
const REPORT = 2;
const HIGH_WATER_MARK = 1;
const STAGES = { 'bulk-copy': 5, differentiate: 6 } as const;
/** Plan: record, definition, table and version. Choosing the route: lease. Planning the files, and finish: record. */
const READS_IN_STEPS = 7;

/** The units of the import's record, queue and lease, independent of the file's size. */
export function controlUnits({ route }: Pick<FileForecast, 'route'>): Pick<Consumption, 'writeUnits' | 'readUnits'> {
  return {
    writeUnits: AROUND_THE_STEPS.writeUnits + STAGES[route] * REPORT + HIGH_WATER_MARK,
    readUnits: AROUND_THE_STEPS.readUnits + READS_IN_STEPS,
  };
}
