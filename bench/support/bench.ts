import type { ImportUsage } from './commit-run.ts';

/** The options of the command line; each benchmark has other defaults. */
export interface BenchOptions {
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
  /** A commit to compare this checkout with. */
  readonly commit: string | undefined;
}

/** One line of output. `ratio` is the median of the pairs' ratios; `value` and `baseline` are separate medians. */
export interface ComparedLine {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  readonly pairs: number;
}

/** `ratio` is the median of the pairs' ratios; the other two are their range. */
export interface RangedLine extends ComparedLine {
  readonly lowestRatio: number;
  readonly highestRatio: number;
}

/** The usage of one import in each of two checkouts. */
export interface UsageLine {
  readonly bench: string;
  readonly value: ImportUsage;
  readonly baseline: ImportUsage;
}

export interface MemoryLine {
  readonly bench: string;
  readonly bytes: number;
  readonly peakMb: number;
}

/** `read` is the stage's read method, `written` the number of requests that could have written to the table. */
export interface UnchangedLine extends ComparedLine {
  readonly read: string;
  readonly written: number;
}

/** The bundle of one Lambda function, compared with another bundle. */
export interface BundleLine extends RangedLine {
  readonly name: string;
  readonly bytes: number;
  readonly baselineBytes: number;
}

/** The cost of one import of a million rows in dollars, with its parts. */
export interface CostLine {
  readonly bench: string;
  readonly dollarsPerMillion: number;
  /** The part of it that depends on the number of chunks instead of rows. */
  readonly fixedDollars: number;
  readonly writeUnitsPerRow: number;
  readonly readUnitsPerRow: number;
  readonly transitions: number;
  readonly lambdaGbSeconds: number;
  readonly s3Requests: number;
  /** Dollars estimated before the metered import, divided by its actual cost. */
  readonly estimateRatio: number;
}

/** The steps that write a generation of a search index. */
export interface IndexLine {
  readonly bench: string;
  readonly rows: number;
  readonly entriesPerRow: number;
  /** Of a whole block, its keys and names included. */
  readonly bytesPerEntry: number;
  readonly entriesPerBlock: number;
  /** Write units of the blocks. */
  readonly unitsPerRow: number;
  /** Write units of new customers of one unit each, in dollars: with an entry for each value, and with blocks. */
  readonly dollarsPerMillion: { readonly valueByValue: number; readonly blocks: number };
  readonly readMicrosecondsPerRow: number;
  readonly writeMicrosecondsPerEntry: number;
  readonly ranges: number;
  readonly peakMb: number;
}

/** Of the values of one measurement. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly highest: number;
}

/** Searches of one kind, the first page of each. */
export interface SearchLine {
  readonly bench: string;
  readonly searches: number;
  /** Of the index and of the Customer ID that the text may be, without the hits. */
  readonly readUnits: Spread;
  /** Of the candidates that were read, for each hit that was shown. */
  readonly unitsPerHit: number;
  readonly hits: Spread;
  readonly withoutHit: number;
  /** Searches that were rejected as `search.too-broad`. */
  readonly tooBroad: number;
  /** Customers that were read, of all searches: hits, and those whose values do not match. */
  readonly candidates: { readonly all: number; readonly edited: number };
  /** How often a search reads candidates, on average. */
  readonly rounds: number;
}

/** The write units that an edit costs for the search index. */
export interface UnitsLine {
  readonly bench: string;
  readonly edits: number;
  readonly writeUnits: Spread;
}

export type BenchLine =
  | CostLine
  | IndexLine
  | BundleLine
  | ComparedLine
  | MemoryLine
  | RangedLine
  | SearchLine
  | UnitsLine
  | UnchangedLine
  | UsageLine;

/** Runs a benchmark and yields its lines as soon as they are known. */
export type Bench = (options: BenchOptions) => AsyncIterable<BenchLine>;
