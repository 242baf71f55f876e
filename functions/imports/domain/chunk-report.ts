import type { ChunkResult, Fate, FragmentKind } from './chunk-result.ts';
import { failureLine, failureLogEntry, type Problem, type SourcePlace } from './failure.ts';

/** A record as a stage handles it: its own bytes, line end left out, and where it stood in the source. */
export interface SourceRecord extends SourcePlace {
  /** Rises within a chunk, in the order of the sorted file. */
  readonly position: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

interface Failure {
  readonly record: SourceRecord;
  readonly customerId: string;
  readonly problems: readonly Problem[];
}

export interface FailureFileName {
  /** As the log names it, with bucket and folder. */
  readonly address: string;
  /** As `failures.csv` names it. */
  readonly name: string;
}

/** Keeps the fates of a chunk's records and turns the failed ones into the texts of log, failure file and `failures.csv`. */
export class ChunkReport {
  readonly #fates: Record<Fate, number> = { updated: 0, inserted: 0, ignored: 0, failed: 0 };
  readonly #failures: Failure[] = [];
  readonly #file: FailureFileName;
  readonly #lineEnd: string;
  #warnings = 0;
  #notes = '';

  constructor(file: FailureFileName, lineEnd: string) {
    this.#file = file;
    this.#lineEnd = lineEnd;
  }

  count(fate: Exclude<Fate, 'failed'>): void {
    this.#fates[fate] += 1;
  }

  warn(warnings: number): void {
    this.#warnings += warnings;
  }

  /** A line of the log that stands before the chunk's failures. */
  note(line: string): void {
    this.#notes += line;
  }

  fail(record: SourceRecord, customerId: string, problems: readonly Problem[]): void {
    this.#fates.failed += 1;
    this.#failures.push({ record, customerId, problems });
  }

  /** The counts, `records` being how many were handled, whatever their fate. */
  get counts(): Pick<ChunkResult, Fate | 'warnings'> {
    return { ...this.#fates, warnings: this.#warnings };
  }

  /** The texts, failed records in the order of the sorted file; some may be empty. */
  fragments(): Array<{ readonly kind: FragmentKind; readonly body: Uint8Array }> {
    // Writes answer in any order.
    const failures = this.#failures.sort((a, b) => a.record.position - b.record.position);
    const lineEnd = Buffer.from(this.#lineEnd);
    const records = failures.flatMap(({ record }) => [record.bytes.subarray(record.start, record.end), lineEnd]);
    const each = (text: (failure: Failure, problem: Problem) => string): string =>
      failures.flatMap((failure) => failure.problems.map((problem) => text(failure, problem))).join('');
    const log = each(({ record }, problem) => failureLogEntry(record, problem, this.#file.address));
    const csv = each(({ record, customerId }, problem) => failureLine(record, customerId, problem, this.#file.name));
    return [
      { kind: 'failed', body: Buffer.concat(records) },
      { kind: 'log', body: Buffer.from(this.#notes + log) },
      { kind: 'csv', body: Buffer.from(csv) },
    ];
  }
}
