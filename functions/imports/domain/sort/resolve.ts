import * as z from 'zod';
import { type LineEnd, LineEndSchema, type RecordFormat } from '../csv/record-format.ts';
import { emptyPart, joinParts, type ScanPart } from '../csv/scan-part.ts';
import { FIELD_START, QUOTED } from '../csv/state.ts';
import type { ImportLimits } from '../limits.ts';
import type { SortSource } from './sort-source.ts';

/** The records that one run sorts: those that begin in one scanned range. */
export const RunSourceSchema = z.strictObject({
  /** First byte of the first record, and the byte after the last record, with at most empty lines between them. */
  start: z.int().min(0),
  end: z.int().min(0),
  /** Records before it. */
  ordinal: z.int().min(0),
  /** Physical line of its first record. */
  line: z.int().min(1),
  records: z.int().min(1),
});

export const RejectionSchema = z.strictObject({
  code: z.enum(['file.unclosed-quote', 'file.record-too-long', 'file.no-records']),
  /** For users; names the line. */
  reason: z.string(),
  line: z.int().min(1).optional(),
});
export type Rejection = z.infer<typeof RejectionSchema>;

/** The whole file, once every range has been scanned: its runs, or its rejection. */
export const ResolvedSchema = z.union([
  z.strictObject({ rejection: RejectionSchema }),
  z.strictObject({
    records: z.int().min(1),
    /** The line end of most records; every record of the sorted file gets it. */
    lineEnd: LineEndSchema,
    runs: z.array(RunSourceSchema).min(1),
  }),
]);
export type Resolved = z.infer<typeof ResolvedSchema>;
export type ResolvedFile = Exclude<Resolved, { readonly rejection: Rejection }>;
export type RunSource = z.infer<typeof RunSourceSchema>;

type Limits = Pick<ImportLimits, 'scanBytes' | 'recordBytes'>;

/**
 * Chooses the state in which each range begins: the first begins at the start of a field, each other one in the state
 * in which its predecessor ends. `scans` holds, for each range in order, its part for each state.
 */
export function resolve(
  scans: readonly (readonly ScanPart[])[],
  source: SortSource,
  format: Pick<RecordFormat, 'lineEnd'>,
  limits: Limits,
): Resolved {
  let whole = emptyPart(FIELD_START);
  const begun: RunSource[] = [];
  for (const [index, scan] of scans.entries()) {
    const part = scan[whole.end] ?? emptyPart(whole.end);
    if (part.first) {
      const line = source.dataLine + whole.lines + part.first.line;
      // The last record may reach beyond the range, but not by more than a record may be long.
      const reach = source.dataStart + (index + 1) * limits.scanBytes + limits.recordBytes;
      const { offset: start } = part.first;
      begun.push({ start, end: Math.min(reach, source.size), ordinal: whole.records, line, records: part.records });
    }
    whole = joinParts(whole, part, limits.recordBytes);
  }
  const rejection = rejectionOf(whole, source, limits);
  if (rejection) return { rejection };
  const runs = begun.map((run, index) => ({ ...run, end: Math.min(run.end, begun[index + 1]?.start ?? run.end) }));
  return { records: whole.records, lineEnd: mainLineEnd(whole, format.lineEnd), runs };
}

function rejectionOf(
  whole: ScanPart,
  source: SortSource,
  { recordBytes }: Pick<Limits, 'recordBytes'>,
): Rejection | undefined {
  if (whole.tooLong) return recordTooLong(source.dataLine + whole.tooLong.line, recordBytes);
  if (whole.open) {
    const line = source.dataLine + whole.open.line;
    if (whole.end === QUOTED) return unclosedQuote(line);
    if (source.size - whole.open.offset > recordBytes) return recordTooLong(line, recordBytes);
  }
  return whole.records === 0 ? { code: 'file.no-records', reason: 'The file has no records.' } : undefined;
}

function unclosedQuote(line: number): Rejection {
  const reason = `The record that begins on line ${line} has a quoted field without a closing quote.`;
  return { code: 'file.unclosed-quote', reason, line };
}

function recordTooLong(line: number, recordBytes: number): Rejection {
  const reason = `The record that begins on line ${line} is longer than ${recordBytes.toLocaleString('en')} bytes.`;
  return { code: 'file.record-too-long', reason, line };
}

function mainLineEnd({ lf, crlf }: ScanPart, otherwise: LineEnd): LineEnd {
  if (lf === crlf) return otherwise;
  return crlf > lf ? 'crlf' : 'lf';
}
