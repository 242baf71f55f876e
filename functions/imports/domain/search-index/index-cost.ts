import { type Consumption, NOTHING_USED } from '../cost/prices.ts';

/** The size of a search index, estimated or counted. */
export interface IndexForecast {
  readonly customers: number;
  /** Mean item size in bytes. */
  readonly itemBytes: number;
  readonly entries: number;
  readonly shardCount: number;
}

/** A searchable text has more than one word; measured with the standard fields of a CRM table. */
const ENTRIES_PER_FIELD = 1.3;
export const entriesOfFields = (fields: number): number => fields * ENTRIES_PER_FIELD;

/** Bytes of an entry in a block: its beginning is that of the entry before it. Measured. */
const ENTRY_BYTES = 20;
const BLOCK_BYTES = 4_096;
const UNITS_PER_BLOCK = 4;
/** Entries of one merge range of the sort. */
const ENTRIES_PER_RANGE = 500_000;
/** Reading a customer and sorting its entries, and writing an entry in a block. Measured. */
const SECONDS_PER_CUSTOMER = 30e-6;
const SECONDS_PER_ENTRY = 4e-6;
/** PlanIndex, CutIndex and FlipIndex. */
const COORDINATORS = 3;

/** What writing a generation uses, by its kinds; `runs` are the invocations of each step. */
export interface GenerationForecast {
  readonly used: Pick<Consumption, 'writeUnits' | 'readUnits' | 's3Reads' | 's3Writes'>;
  readonly runs: Readonly<Record<string, number>>;
  /** Of work on customers and entries. */
  readonly seconds: number;
}

export function forecastGeneration({ customers, itemBytes, entries, shardCount }: IndexForecast): GenerationForecast {
  const ranges = Math.max(1, Math.ceil(entries / ENTRIES_PER_RANGE));
  const blocks = Math.ceil((entries * ENTRY_BYTES) / BLOCK_BYTES);
  const steps = COORDINATORS + shardCount + ranges;
  return {
    used: {
      // The head: the mark of the import, the number, the flip with its place in the list, and what is no longer due.
      writeUnits: blocks * UNITS_PER_BLOCK + 7,
      // Strongly consistent, each shard rounded up, by half a unit in the mean; the head, the lease and the version.
      readUnits: (customers * itemBytes) / BLOCK_BYTES + shardCount / 2 + 5,
      s3Reads: 3 * steps + 3 * shardCount + ranges * shardCount,
      s3Writes: 2 * steps + 2 * shardCount,
    },
    runs: { 'plan-index': 1, 'read-index': shardCount, 'cut-index': 1, 'write-index': ranges, 'flip-index': 1 },
    seconds: customers * SECONDS_PER_CUSTOMER + entries * SECONDS_PER_ENTRY,
  };
}

/** An item is written, and deleted when a later generation contains it. */
const WRITTEN_AND_DELETED = 2;
/** The transitions, invocations and requests of a small generation, as dollars of write units. */
const FIXED_UNITS = 4_000;
/** Read units, Lambda and requests of a customer and of an entry, in write units of the same price. */
const UNITS_PER_CUSTOMER = 0.03;

/** Write units of single entries. */
export const unitsOfSingles = (values: number): number => WRITTEN_AND_DELETED * values;

/** The cost of a generation in write units of the same price. */
export function unitsOfGeneration({ customers, entries }: Pick<IndexForecast, 'customers' | 'entries'>): number {
  const blocks = (entries * ENTRY_BYTES * UNITS_PER_BLOCK) / BLOCK_BYTES;
  return FIXED_UNITS + WRITTEN_AND_DELETED * blocks + UNITS_PER_CUSTOMER * customers;
}

/** Of an import that writes single entries or no searchable value. */
export const NO_GENERATION: GenerationForecast = { used: NOTHING_USED, runs: {}, seconds: 0 };
