import type { HeadRecord, HeadRecords } from './head-records.ts';
import { foldedName, matchHeader } from './header.ts';
import type { LayoutChoices } from './layout-choices.ts';
import { highestPosition, namesHeaderCells } from './map-columns.ts';

/** A candidate for the header row, read with one of the delimiters. */
export interface HeaderRow {
  readonly head: HeadRecords;
  readonly record: HeadRecord;
  /** Index of the record among the file's records. */
  readonly index: number;
  /** The code of the field that each cell names. */
  readonly named: ReadonlyArray<string | undefined>;
  /** The number of cells that name a field or occur in the mapping. */
  readonly namedCount: number;
}

/**
 * The header row: the first record, if enough of its cells name fields or columns of the mapping. Otherwise the first
 * of records 2 to 20 most of whose cells do: a title or an export date may precede it. Options that give the number of
 * lines to skip, or say that there is no header row, end the search.
 */
export function findHeader(heads: readonly HeadRecords[], choices: LayoutChoices): HeaderRow | undefined {
  const { header, skipLines } = choices.options;
  if (header === false) return undefined;
  const firsts = heads.flatMap((head) => headerRow(head, 0, choices) ?? []);
  const candidates = firsts.filter((row) => isHeader(row, choices));
  const certain = candidates.some(isNamed);
  const below = certain || skipLines !== undefined ? [] : heads.flatMap((head) => findBelow(head, choices) ?? []);
  const [best] = (below.length > 0 ? below : candidates).toSorted(
    (a, b) => reach(b, choices) - reach(a, choices) || b.namedCount - a.namedCount,
  );
  return best;
}

function headerRow(head: HeadRecords, index: number, { table, mapping }: LayoutChoices): HeaderRow | undefined {
  const record = head.records[index];
  if (!record) return undefined;
  const named = matchHeader(record.cells, table);
  const inMapping = new Set(mapping.flatMap(({ column }) => (typeof column === 'string' ? foldedName(column) : [])));
  const counted = record.cells.filter((cell, at) => named[at] !== undefined || inMapping.has(foldedName(cell)));
  return { head, record, index, named, namedCount: counted.length };
}

/** Two names make a header row; one is enough if there is no other cell. */
const isNamed = ({ record, namedCount }: HeaderRow): boolean =>
  namedCount >= 2 || (namedCount > 0 && namedCount === record.cells.length);

/**
 * If the options say that there is a header row, one name is enough, or none if the mapping uses positions. A mapping
 * that uses header cells implies a header row.
 */
function isHeader(row: HeaderRow, { options, mapping }: LayoutChoices): boolean {
  if (options.header || namesHeaderCells(mapping)) return row.namedCount > 0 || mapping.length > 0;
  return isNamed(row);
}

function findBelow(head: HeadRecords, choices: LayoutChoices): HeaderRow | undefined {
  for (let index = 1; index < head.records.length; index += 1) {
    const row = headerRow(head, index, choices);
    const filled = row?.record.cells.filter((cell) => cell.trim() !== '').length ?? 0;
    if (row && row.namedCount >= 2 && 2 * row.namedCount > filled) return row;
  }
  return undefined;
}

/** The number of the mapping's columns that the record has. */
const reach = ({ record }: HeaderRow, { mapping }: LayoutChoices): number =>
  Math.min(record.cells.length, highestPosition(mapping));
