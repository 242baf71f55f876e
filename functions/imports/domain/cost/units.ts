import { chooseReadMethod } from '../../../customers/index.ts';
import type { FileForecast } from './chunk-counts.ts';

/** What a CRM table is thought to hold. */
export interface TableForecast {
  readonly isEmpty: boolean;
  readonly customers: number;
  /** Mean size of their items; where nothing was counted, that of the file's. */
  readonly itemBytes: number;
  readonly shardCount: number;
}

const READ_UNIT_BYTES = 4_096;
/** As differentiate asks for them: below, BatchGetItem; above, a look at the highest items of the chunk's range. */
const TOO_FEW_TO_ESTIMATE = 100;
const SAMPLE_ROWS = 64;
/** An eventually consistent read takes half. */
const EVENTUAL = 0.5;
/** A Query's answer is rounded up to a whole 4 KB: half of that, on average, for each shard. */
const ROUNDING = 0.5;

/** What choosing the path takes: it asks each shard, strongly consistent, for one customer. */
export const unitsToChoosePath = ({ shardCount }: TableForecast): number => shardCount;

/** Read units of comparing the file with the table, `chunks` chunks of it. */
export function unitsToCompare(
  { rows, inserts, path }: FileForecast,
  table: TableForecast,
  chunks: number,
  consistent: boolean,
): number {
  if (path === 'bulk-copy') return 0;
  const factor = consistent ? 1 : EVENTUAL;
  const perGet = Math.ceil(table.itemBytes / READ_UNIT_BYTES);
  if (rows / chunks <= TOO_FEW_TO_ESTIMATE) return factor * (inserts + (rows - inserts) * perGet);
  // The file's IDs are taken to be spread over the whole table.
  const tableRows = Math.max(table.customers, rows - inserts);
  const sampled = Math.min(SAMPLE_ROWS, tableRows / chunks / table.shardCount);
  const samples = chunks * EVENTUAL * Math.max(1, Math.ceil((sampled * table.itemBytes) / READ_UNIT_BYTES));
  const method = chooseReadMethod({ fileRows: rows, tableRows, itemBytes: table.itemBytes });
  if (method === 'batch-get') return samples + factor * (inserts + (rows - inserts) * perGet);
  const pages = chunks * table.shardCount;
  const perPage = (tableRows * table.itemBytes) / READ_UNIT_BYTES / pages;
  return samples + factor * pages * Math.max(1, perPage + ROUNDING);
}

/** Control table: the record with its place in the list and the queue, the lease, the stages, the end, the counters. */
const CONTROL_WRITES = { create: 6, claim: 8, report: 2, end: 8, highWaterMark: 1 } as const;
const STAGES = { 'bulk-copy': 5, differentiate: 6 } as const;
/** Plan: record, definition, table and its version. Choosing the path: the lease. Finish: record, lease, queue. */
const CONTROL_READS = 9;

/** What the import's own record, queue and lease take; the file's size does not matter. */
export function controlUnits({ path }: FileForecast): { readonly writeUnits: number; readonly readUnits: number } {
  const { create, claim, report, end, highWaterMark } = CONTROL_WRITES;
  return { writeUnits: create + claim + STAGES[path] * report + end + highWaterMark, readUnits: CONTROL_READS };
}
