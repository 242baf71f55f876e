import { namesOf } from '../../shared/named-reason.ts';
import { shownValue } from '../../shared/value-rules.ts';
import type { Import } from '../model.ts';
import { type CheckedColumn, checkedColumns, type Rules } from './checks-model.ts';
import { type Corrections, type FailedRecord, rowOf } from './corrections-model.ts';
import { recordsOf } from './records-model.ts';
import { type Candidate, joinReports, type ReasonLine } from './reports-model.ts';

/** The most failed records that are corrected on the page. */
export const MOST_RECORDS = 10_000;
/** The most bytes of failure files that the page reads. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Far more lines than 10,000 records have. */
export const MOST_REASONS = 200_000;
const RANGE_BYTES = 4 * 1024 * 1024;

interface NamedFile {
  readonly name: string;
  readonly bytes: number;
}

/** The failure files of an import, each of one stage, and whether its records would have updated customers. */
const ENDINGS = [
  { ending: '.log.BulkCopy.txt', isUpdate: false },
  { ending: '.log.Differentiate.txt', isUpdate: false },
  { ending: '.log.DifferentiateBulkCopy.txt', isUpdate: false },
  { ending: '.log.DifferentiateUpdate.txt', isUpdate: true },
] as const;

export const failureFiles = <File extends NamedFile>(files: readonly File[]): (File & { isUpdate: boolean })[] =>
  ENDINGS.flatMap(({ ending, isUpdate }) =>
    files.filter(({ name }) => name.endsWith(ending)).map((file) => ({ ...file, isUpdate })),
  );

/** Whether the failed records of an import are few enough to be corrected on a page. */
export const isTooMuch = (failed: number, files: readonly NamedFile[]): boolean =>
  failed > MOST_RECORDS || failureFiles(files).reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES;

/** A text from a byte on. @param read reads a range: the first byte, and the one after the last */
export async function readText(
  bytes: number,
  from: number,
  read: (from: number, to: number) => Promise<Uint8Array>,
): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (let at = from; at < bytes; at += RANGE_BYTES) {
    text += decoder.decode(await read(at, Math.min(bytes, at + RANGE_BYTES)), { stream: true });
  }
  return text + decoder.decode();
}

export interface FailureText {
  readonly name: string;
  readonly isUpdate: boolean;
  /** The records, without the header row. */
  readonly text: string;
}

/** What the page reads of an import. */
export interface LoadedFiles {
  readonly texts: readonly FailureText[];
  /** The lines of `failures.csv`. */
  readonly lines: readonly ReasonLine[];
}

/** The failed records without corrections. */
export function openCorrections(
  rules: Rules & { readonly options: Pick<NonNullable<Import['options']>, 'duplicates'> },
  files: LoadedFiles,
): Corrections {
  const { header, items, delimiter } = rules.columns;
  const columns = checkedColumns(rules);
  const checked = {
    columns,
    delimiter,
    header: header ? items.map(({ name }) => name) : undefined,
    keepsBlank: rules.options.blank === 'keep',
    rejectsRepeated: rules.options.duplicates === 'reject',
  };
  return { ...checked, rows: failedRecords(files, delimiter, columns).map((record) => rowOf(checked, record)) };
}

/** The failed records, each with the reasons that the import gave. */
function failedRecords(
  { texts, lines }: LoadedFiles,
  delimiter: string,
  columns: readonly CheckedColumn[],
): readonly FailedRecord[] {
  const idColumn = columns.findIndex(({ isCustomerId }) => isCustomerId);
  const found = texts.flatMap(({ name, isUpdate, text }) =>
    recordsOf(text, delimiter).map((cells) => ({ name, isUpdate, cells })),
  );
  const candidates = found.map(
    ({ name, cells }): Candidate => ({
      file: name,
      customerId: idColumn === -1 ? undefined : shownValue(cells[idColumn] ?? ''),
      valueAt: (column) => shownValue(columns[column]?.mapped(cells[column] ?? '') ?? ''),
    }),
  );
  const name = namesOf(columns.flatMap(({ field }) => field ?? []));
  const reports = joinReports(
    candidates,
    lines.map((line) => ({ ...line, reason: name(line.reason) })),
  );
  return found
    .map(({ cells, isUpdate }, index) => ({ cells, isUpdate, report: reports[index] }))
    .sort((a, b) => lineOf(a) - lineOf(b))
    .map((record, index) => ({ ...record, index }));
}

/** A failure file has the order of the sorted file. Records whose line is not known come last. */
const lineOf = ({ report }: Pick<FailedRecord, 'report'>): number =>
  report?.line === undefined ? Number.MAX_SAFE_INTEGER : Number(report.line);
