import type { PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { countLineFeeds } from '../csv/bytes.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { delimitersToTry } from '../layout/delimiters.ts';
import type { FileLayout } from '../layout/file-layout.ts';
import { type HeadRecord, type HeadRecords, readHeadRecords, withLineFeeds } from '../layout/head-records.ts';
import { matchName } from '../layout/match-name.ts';
import { looksLikeData } from './match-content.ts';
import { type Cut, readSample } from './read-sample.ts';

export function cutOf(layout: FileLayout): Cut {
  const { delimiter, lineEnds, skipped, hasHeader, header, fieldCount, mayEndInDelimiter } = layout;
  const { dataStart, dataLine } = layout;
  return { delimiter, lineEnds, skipped, hasHeader, header, fieldCount, mayEndInDelimiter, dataStart, dataLine };
}

export interface Guess {
  readonly cut: Cut;
  /** Cells of the first record that may name a field. */
  readonly names: number;
  /** Share of the records with as many cells as the first. */
  readonly evenness: number;
}

/**
 * The best cut for a file that the import would reject: with the delimiter that gives the most field names, or else the
 * most records of equal length. Undefined if no delimiter gives a first record.
 */
export function guessCut(head: FileHead, table: PublishedTable, options: ImportOptions): Guess | undefined {
  const guesses = delimitersToTry(head.bytes, options).flatMap((delimiter): Guess[] => {
    const read = readHeadRecords(head, delimiter, options);
    const [first] = read.records;
    return first ? [guess(head, read, first, table, options)] : [];
  });
  const [best] = guesses.sort(
    (a, b) =>
      b.names - a.names ||
      Number(b.cut.fieldCount > 1) * b.evenness - Number(a.cut.fieldCount > 1) * a.evenness ||
      b.cut.fieldCount - a.cut.fieldCount,
  );
  return best;
}

function guess(
  head: FileHead,
  { delimiter, lineEnds, bytes, opening }: HeadRecords,
  first: HeadRecord,
  table: PublishedTable,
  options: ImportOptions,
): Guess {
  const names = first.cells.filter((cell) => matchName(cell, table).length > 0).length;
  const hasHeader = options.header ?? isLikelyHeader(first.cells, names, table);
  const dataStart = hasHeader ? first.end : opening.start;
  const cut = {
    delimiter,
    lineEnds,
    skipped: opening.skipped,
    hasHeader,
    header: hasHeader ? first.cells : [],
    fieldCount: first.cells.length,
    dataStart,
    dataLine: 1 + countLineFeeds(bytes, 0, dataStart),
  };
  const { records } = readSample(withLineFeeds(head, cut), cut);
  const even = records.filter(({ cells }) => cells.length === cut.fieldCount).length;
  return { cut, names, evenness: even / Math.max(1, records.length) };
}

/** This many cells that may name fields are no coincidence. */
export const TELLING_NAMES = 2;

/** A header row has two names of fields, or one name and no cell that looks like data, or only distinct words. */
function isLikelyHeader(cells: readonly string[], names: number, table: PublishedTable): boolean {
  if (names >= TELLING_NAMES) return true;
  if (cells.some((cell) => looksLikeData(cell, table))) return false;
  return names === 1 || (cells.every((cell) => cell.trim() !== '') && new Set(cells).size === cells.length);
}
