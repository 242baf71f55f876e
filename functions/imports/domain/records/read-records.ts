import type { ImportOptions } from '../../../definitions/index.ts';
import { judgeRecord } from '../csv/record.ts';
import type { RecordFormat } from '../csv/record-format.ts';
import type { ChunkReport, SourceRecord } from './chunk-report.ts';
import { judgeDuplicates, type StraddlingId } from './duplicates.ts';
import { DUPLICATE, unreadableProblem } from './record-cells.ts';

/** A record that can be read and is the one that counts for its Customer ID. */
export interface ReadRecord<R extends SourceRecord = SourceRecord> {
  readonly record: R;
  readonly ordinal: number;
  readonly customerId: string;
  /** All cells of the record, mapped or not. */
  readonly cells: readonly string[];
}

/** Reads records one by one; those that cannot be read get their fate in `report` and are left out. */
export function* readRecords<R extends SourceRecord>(
  records: Iterable<R>,
  format: RecordFormat,
  report: ChunkReport,
): Generator<ReadRecord<R>> {
  for (const record of records) {
    const judged = judgeRecord(record.bytes, record.start, record.end, format);
    if ('unreadable' in judged) report.fail(record, judged.customerId, [unreadableProblem(judged.unreadable)]);
    else yield { record, ordinal: record.ordinal, customerId: judged.customerId ?? '', cells: judged.cells };
  }
}

/** As `readRecords`, and of several records of one Customer ID only the one that counts is given. */
export function* readDistinctRecords(
  records: Iterable<SourceRecord>,
  format: RecordFormat,
  report: ChunkReport,
  duplicates: ImportOptions['duplicates'],
  straddling: readonly StraddlingId[],
): Generator<ReadRecord> {
  for (const [read, verdict] of judgeDuplicates(readRecords(records, format, report), duplicates, straddling)) {
    if (verdict === 'taken') yield read;
    else if (verdict === 'ignored') report.count('ignored');
    else report.fail(read.record, read.customerId, [DUPLICATE]);
  }
}
