import type { ImportOptions } from '../../../definitions/index.ts';
import { validateRecord } from '../csv/record.ts';
import type { RecordFormat } from '../csv/record-format.ts';
import type { ChunkReport, SourceRecord } from './chunk-report.ts';
import { resolveDuplicates, type SpanningId } from './duplicates.ts';
import { DUPLICATE, unreadableProblem } from './record-cells.ts';

/** A readable record that counts for its Customer ID. */
export interface ReadRecord<R extends SourceRecord = SourceRecord> {
  readonly record: R;
  readonly ordinal: number;
  readonly customerId: string;
  /** All cells of the record, mapped or not. */
  readonly cells: readonly string[];
}

/** Reads records one by one; an unreadable one fails in `report` and is left out. */
export function* readRecords<R extends SourceRecord>(
  records: Iterable<R>,
  format: RecordFormat,
  report: ChunkReport,
): Generator<ReadRecord<R>> {
  for (const record of records) {
    const validated = validateRecord(record.bytes, record.start, record.end, format);
    if ('unreadable' in validated) report.fail(record, validated.customerId, [unreadableProblem(validated.unreadable)]);
    else yield { record, ordinal: record.ordinal, customerId: validated.customerId ?? '', cells: validated.cells };
  }
}

/** The same as `readRecords`, with one record per Customer ID: the one that counts. */
export function* readDistinctRecords(
  records: Iterable<SourceRecord>,
  format: RecordFormat,
  report: ChunkReport,
  duplicates: ImportOptions['duplicates'],
  spanning: readonly SpanningId[],
): Generator<ReadRecord> {
  for (const [read, verdict] of resolveDuplicates(readRecords(records, format, report), duplicates, spanning)) {
    if (verdict === 'taken') yield read;
    else if (verdict === 'ignored') report.count('ignored');
    else report.fail(read.record, read.customerId, [DUPLICATE]);
  }
}
