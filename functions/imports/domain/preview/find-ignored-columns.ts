import { CUSTOMER_ID_CODE, type PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions, Mapping } from '../../../definitions/index.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import type { FileLayout } from '../layout/file-layout.ts';
import { withLineFeeds } from '../layout/head-records.ts';
import { columnName, type IgnoredColumn } from '../layout/ignored-columns.ts';
import { placeMapping } from '../layout/map-columns.ts';
import type { ImportWarning } from '../warning.ts';
import { cutOf } from './guess-cut.ts';
import type { ColumnProposal } from './preview.ts';
import { proposeColumns } from './propose-columns.ts';
import { readSample } from './read-sample.ts';

/** More columns would make the import's record large; a file has that many only by mistake. */
const MOST_COLUMNS = 100;
const LONGEST_NAME = 100;
/** Above this confidence an ignored column gets a warning. */
const LIKELY = 0.7;

/** A file with the layout that the import uses. */
export interface LaidOutFile {
  readonly head: FileHead;
  readonly table: PublishedTable;
  readonly options: ImportOptions;
  readonly mapping: Mapping;
  readonly layout: FileLayout;
}

interface IgnoredColumns {
  readonly ignored: IgnoredColumn[];
  /** One for each ignored column that probably belongs to a field of the table. */
  readonly warnings: ImportWarning[];
}

/** The columns that the import ignores. A column without a name and without values is left out. */
export function findIgnoredColumns(file: LaidOutFile): IgnoredColumns {
  const { columns, customerIdColumn, fieldCount } = file.layout;
  const fed = new Set([
    ...columns.map(({ position }) => position),
    ...(customerIdColumn === undefined ? [] : [customerIdColumn]),
  ]);
  if (fed.size === fieldCount) return { ignored: [], warnings: [] };
  const ignored = propose(file).filter(({ position, name = '', samples }) => {
    const isEmpty = name.trim() === '' && samples.every((sample) => sample.trim() === '');
    return !fed.has(position - 1) && !isEmpty;
  });
  const shown = ignored.slice(0, MOST_COLUMNS);
  return { ignored: shown.map(ignoredColumn), warnings: shown.flatMap((column) => warningsOf(column, file.options)) };
}

function propose({ head, table, options, mapping, layout }: LaidOutFile): ColumnProposal[] {
  const cut = cutOf(layout);
  const cells = cut.hasHeader ? cut.header : new Array<string>(cut.fieldCount).fill('');
  const placed = placeMapping(mapping, cells);
  return proposeColumns({
    cut,
    sample: readSample(withLineFeeds(head, cut), cut),
    table,
    options,
    placed,
    headerMissed: false,
  });
}

const ignoredColumn = ({ position, name }: ColumnProposal): IgnoredColumn => ({
  position,
  ...(name !== undefined && { name: [...name].slice(0, LONGEST_NAME).join('') }),
});

function warningsOf(column: ColumnProposal, { customerId }: ImportOptions): ImportWarning[] {
  const { position, field, label, confidence } = column;
  if (field === null || confidence <= LIKELY) return [];
  // The option `customerId: none` ignores the Customer ID column intentionally.
  if (field === CUSTOMER_ID_CODE && customerId === 'none') return [];
  const { name } = ignoredColumn(column);
  const reason = `Column ${columnName({ position, name })} is not imported. It probably belongs to field ${field} (${label}). Map it to ${field}, or to no field.`;
  return [{ code: 'column.left-out', reason, column: position, fieldCode: field, ...(name && { value: name }) }];
}
