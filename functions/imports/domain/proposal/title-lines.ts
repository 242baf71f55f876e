import type { PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { delimitersToTry } from '../layout/delimiters.ts';
import { type HeadRecord, readHeadRecords } from '../layout/head-records.ts';
import { matchName } from '../layout/match-name.ts';
import { TELLING_NAMES } from '../preview/guess-cut.ts';

/**
 * The number of lines above the records that hold titles, such as the name of a report. A title has less than half of
 * the cells that the first records usually have, and names no fields.
 */
export function countTitleLines(head: FileHead, table: PublishedTable, options: ImportOptions): number {
  if (options.skipLines !== undefined) return options.skipLines;
  const read = delimitersToTry(head.bytes, options).map((delimiter) => readHeadRecords(head, delimiter, options));
  const [widest] = read
    .map(({ records }) => ({ records, usual: median(records.map(filledCells)) }))
    .toSorted((a, b) => b.usual - a.usual);
  if (!widest) return 0;
  const isTitle = (record: HeadRecord) => 2 * filledCells(record) < widest.usual && !namesFields(record, table);
  const first = widest.records.find((record) => !isTitle(record));
  return first && first !== widest.records[0] ? first.line - 1 : 0;
}

const filledCells = ({ cells }: HeadRecord): number => cells.filter((cell) => cell.trim() !== '').length;

const namesFields = ({ cells }: HeadRecord, table: PublishedTable): boolean =>
  cells.filter((cell) => matchName(cell, table).length > 0).length >= TELLING_NAMES;

const median = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
