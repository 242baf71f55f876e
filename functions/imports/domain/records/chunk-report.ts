import { isAscii } from 'node:buffer';
import { countCodes } from '../code-counts.ts';
import { beforeLine, type ChangedValue, changeLines } from './change-lines.ts';
import type { ChunkResult, Fate, FragmentKind } from './chunk-result.ts';
import { failureLogEntry, type Problem, type SourcePlace } from './failure.ts';
import { problemLine } from './problem-line.ts';

/** A record of a stage: its bytes without line end, and its place in the source. */
export interface SourceRecord extends SourcePlace {
  /** Rises within a chunk, in the order of the sorted file. */
  readonly position: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

interface Finding {
  readonly record: SourceRecord;
  readonly customerId: string;
  readonly problems: readonly Problem[];
}

interface Update {
  readonly record: SourceRecord;
  readonly customerId: string;
  readonly values: readonly ChangedValue[];
}

/** The files that a report names. */
export interface ReportedFiles {
  /** The failure file as the log names it, with bucket and folder. */
  readonly address: string;
  /** The failure file as `failures.csv` names it. */
  readonly name: string;
  /** The uploaded file as `warnings.csv` names it. */
  readonly source: string;
}

export interface Fragment {
  readonly kind: FragmentKind;
  readonly body: Uint8Array;
  /** Set if a CSV fragment holds more than ASCII. */
  readonly nonAscii?: true | undefined;
}

/**
 * Records the fates of a chunk's records, and writes their problems and changes to log, failure file and the CSV files.
 */
export class ChunkReport {
  readonly #fates: Record<Fate, number> = { updated: 0, inserted: 0, ignored: 0, failed: 0 };
  readonly #failures: Finding[] = [];
  readonly #warnings: Finding[] = [];
  readonly #updates: Update[] = [];
  readonly #files: ReportedFiles;
  readonly #lineEnd: string;
  #notes = '';

  constructor(files: ReportedFiles, lineEnd: string) {
    this.#files = files;
    this.#lineEnd = lineEnd;
  }

  count(fate: Exclude<Fate, 'failed'>): void {
    this.#fates[fate] += 1;
  }

  /** Adds a line to `warnings.csv` for each problem. The record still needs a fate. */
  warn(record: SourceRecord, customerId: string, problems: readonly Problem[]): void {
    if (problems.length > 0) this.#warnings.push({ record, customerId, problems });
  }

  /** Adds the values that an update changed to `before.jsonl` and `changes.csv`. The record still needs a fate. */
  change(record: SourceRecord, customerId: string, values: readonly ChangedValue[]): void {
    if (values.length > 0) this.#updates.push({ record, customerId, values });
  }

  /** Adds a line of the log before the chunk's failures. */
  note(line: string): void {
    this.#notes += line;
  }

  fail(record: SourceRecord, customerId: string, problems: readonly Problem[]): void {
    this.#fates.failed += 1;
    this.#failures.push({ record, customerId, problems });
  }

  get fates(): Readonly<Record<Fate, number>> {
    return { ...this.#fates };
  }

  /** The number of records with a fate. */
  get handled(): number {
    const { updated, inserted, ignored, failed } = this.#fates;
    return updated + inserted + ignored + failed;
  }

  get counts(): Pick<ChunkResult, Fate | 'warnings' | 'failureCodes' | 'warningCodes'> {
    const failureCodes = countCodes(problemsOf(this.#failures));
    const warningCodes = countCodes(problemsOf(this.#warnings));
    const warnings = this.#warnings.reduce((sum, { problems }) => sum + problems.length, 0);
    return { ...this.#fates, warnings, ...(failureCodes && { failureCodes }), ...(warningCodes && { warningCodes }) };
  }

  /**
   * The texts; some may be empty. Failure file, log and `before.jsonl` are in the order of the sorted file; the CSV texts
   * are in source order, since users compare them with the source.
   */
  fragments(): Fragment[] {
    // Writes end in any order.
    const failures = inOrderOf('position', this.#failures);
    const lineEnd = Buffer.from(this.#lineEnd);
    const records = failures.flatMap(({ record }) => [record.bytes.subarray(record.start, record.end), lineEnd]);
    const log = failures.flatMap(({ record, problems }) =>
      problems.map((problem) => failureLogEntry(record, problem, this.#files.address)),
    );
    return [
      { kind: 'failed', body: Buffer.concat(records) },
      { kind: 'log', body: Buffer.from(this.#notes + log.join('')) },
      problemFragment('csv', failures, this.#files.name),
      problemFragment('warnings', this.#warnings, this.#files.source),
      { kind: 'before', body: Buffer.from(changesOf(inOrderOf('position', this.#updates)).map(beforeLine).join('')) },
      csvFragment('changes', changesOf(inOrderOf('ordinal', this.#updates)).map(changeLines)),
    ];
  }
}

const problemsOf = (findings: readonly Finding[]): readonly Problem[] => findings.flatMap(({ problems }) => problems);

const inOrderOf = <Entry extends { readonly record: SourceRecord }>(
  order: 'position' | 'ordinal',
  entries: readonly Entry[],
): Entry[] => entries.toSorted((a, b) => a.record[order] - b.record[order]);

const changesOf = (updates: readonly Update[]) =>
  updates.map(({ record, customerId, values }) => ({ line: record.line, customerId, values }));

function problemFragment(kind: FragmentKind, findings: readonly Finding[], fileName: string): Fragment {
  const lines = inOrderOf('ordinal', findings).flatMap(({ record, customerId, problems }) =>
    problems.map((problem) => problemLine(record, customerId, problem, fileName)),
  );
  return csvFragment(kind, lines);
}

function csvFragment(kind: FragmentKind, lines: readonly string[]): Fragment {
  const body = Buffer.from(lines.join(''));
  return { kind, body, ...(!isAscii(body) && { nonAscii: true }) };
}
