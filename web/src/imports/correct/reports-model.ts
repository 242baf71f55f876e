import type { LineOf } from '../page/report-lines.ts';

/** A line of `failures.csv`: one reason why a record failed. */
export interface ReasonLine {
  readonly line: string;
  readonly customerId: string;
  /** Position of the column, from 1; empty if the reason concerns the whole record. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
  readonly file: string;
}

export const reasonLineOf: LineOf<ReasonLine> = ([
  line = '',
  customerId = '',
  ,
  column = '',
  value = '',
  code = '',
  reason = '',
  file = '',
]) => ({ line, customerId, column, value, code, reason, file });

/** Why the import failed a record. */
export interface Report {
  /** The line of the imported file; undefined if several records have the same Customer ID and the same reasons. */
  readonly line: string | undefined;
  readonly reasons: readonly Pick<ReasonLine, 'code' | 'reason'>[];
}

interface Reported {
  readonly file: string;
  readonly customerId: string;
  readonly line: string;
  readonly reasons: readonly ReasonLine[];
}

/** A record of a failure file, which does not give its line: `failures.csv` has the lines in another order. */
export interface Candidate {
  /** The name of its failure file. */
  readonly file: string;
  /** As `failures.csv` writes it; undefined in a file without Customer IDs. */
  readonly customerId: string | undefined;
  /** The value of a cell as `failures.csv` writes it. @param column from 0 */
  readonly valueAt: (column: number) => string;
}

/**
 * Finds the reasons of each record: those with its Customer ID, whose values are those of its cells.
 * @returns one report for each record; undefined if none fits
 */
export function joinReports(records: readonly Candidate[], lines: readonly ReasonLine[]): (Report | undefined)[] {
  const found = new Array<Report | undefined>(records.length).fill(undefined);
  const groups = new Map<string, number[]>();
  for (const [index, record] of records.entries()) appendTo(groups, groupOf(record), index);
  const isWithoutIds = records[0]?.customerId === undefined;
  const reported = new Map<string, Reported[]>();
  for (const each of reportedRecords(lines)) {
    appendTo(reported, groupOf(isWithoutIds ? { file: each.file } : each), each);
  }
  for (const [key, indices] of groups) {
    const group = new Group(records, indices);
    // A record with more reasons fits fewer records.
    for (const each of (reported.get(key) ?? []).toSorted((a, b) => b.reasons.length - a.reasons.length)) {
      const taken = group.take(each);
      if (taken) found[taken.index] = { line: taken.isOnly ? each.line : undefined, reasons: each.reasons };
    }
  }
  return found;
}

const groupOf = ({ file, customerId = '' }: { readonly file: string; readonly customerId?: string | undefined }) =>
  JSON.stringify([file, customerId]);

function appendTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The lines of one record stand one after the other. */
function reportedRecords(lines: readonly ReasonLine[]): Reported[] {
  const records = new Map<string, ReasonLine[]>();
  for (const line of lines) appendTo(records, JSON.stringify([line.file, line.line]), line);
  return [...records.values()].flatMap((reasons) => {
    const [first] = reasons;
    return first ? [{ file: first.file, customerId: first.customerId, line: first.line, reasons }] : [];
  });
}

/** Records that fit the same values. Those at the end are taken first. */
interface Fitting {
  readonly count: number;
  readonly indices: number[];
}

/** The records of one failure file with the same Customer ID. */
class Group {
  readonly #records: readonly Candidate[];
  readonly #indices: readonly number[];
  readonly #free: Set<number>;
  /** By the columns of the reasons: the records by their values in these columns. */
  readonly #byColumns = new Map<string, ReadonlyMap<string, Fitting>>();

  constructor(records: readonly Candidate[], indices: readonly number[]) {
    this.#records = records;
    this.#indices = indices;
    this.#free = new Set(indices);
  }

  take({ reasons }: Reported): { readonly index: number; readonly isOnly: boolean } | undefined {
    const withValue = reasons.filter(({ column, value }) => column !== '' && value !== '');
    const columns = withValue.map(({ column }) => Number(column) - 1);
    const fitting = this.#fittingBy(columns).get(JSON.stringify(withValue.map(({ value }) => value)));
    const fit = this.#nextFree(fitting?.indices ?? []);
    const index = fit ?? this.#free.values().next().value;
    if (index === undefined) return undefined;
    this.#free.delete(index);
    return { index, isOnly: fit !== undefined && fitting?.count === 1 };
  }

  #nextFree(indices: number[]): number | undefined {
    let index = indices.pop();
    while (index !== undefined && !this.#free.has(index)) index = indices.pop();
    return index;
  }

  #fittingBy(columns: readonly number[]): ReadonlyMap<string, Fitting> {
    const key = columns.join();
    const known = this.#byColumns.get(key);
    if (known) return known;
    const byValues = new Map<string, number[]>();
    for (const index of this.#indices.toReversed()) {
      appendTo(byValues, JSON.stringify(columns.map((column) => this.#records[index]?.valueAt(column) ?? '')), index);
    }
    const made = new Map([...byValues].map(([values, indices]) => [values, { count: indices.length, indices }]));
    this.#byColumns.set(key, made);
    return made;
  }
}
