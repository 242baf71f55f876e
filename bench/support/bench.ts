import type { ImportUsage } from './commit-run.ts';

/** What the command line asks for; each benchmark has its own defaults. */
export interface BenchOptions {
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
  /** A commit to compare this checkout with. */
  readonly commit: string | undefined;
}

/** One line of output. `ratio` is the median over the pairs, `value` and `baseline` are the medians of their own. */
export interface ComparedLine {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  readonly pairs: number;
}

/** `ratio` is the median of the pairs' ratios, the others are their range. */
export interface RangedLine extends ComparedLine {
  readonly lowestRatio: number;
  readonly highestRatio: number;
}

/** What one import takes in each of two checkouts. */
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

/** `read` is how the stage read the table, `written` how many requests could have written to it. */
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

/** What one import of a million rows costs, in dollars, and of what. */
export interface CostLine {
  readonly bench: string;
  readonly dollarsPerMillion: number;
  /** Of these, what does not depend on the rows but on how many chunks they make. */
  readonly fixedDollars: number;
  readonly writeUnitsPerRow: number;
  readonly readUnitsPerRow: number;
  readonly transitions: number;
  readonly lambdaGbSeconds: number;
  readonly s3Requests: number;
  /** Dollars estimated before the metered import, to those that it then took. */
  readonly estimateRatio: number;
}

export type BenchLine = CostLine | BundleLine | ComparedLine | MemoryLine | RangedLine | UnchangedLine | UsageLine;

/** Runs a benchmark and yields its lines as they become known. */
export type Bench = (options: BenchOptions) => AsyncIterable<BenchLine>;
