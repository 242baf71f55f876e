import type { PublishedTable } from '../../../crm-tables/index.ts';
import { type Mapping, mergeOptions, type OptionChoices } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import type { FileLayout } from '../layout/file-layout.ts';
import { layOutRecords } from '../layout/inspect-head.ts';
import { proposedMapping } from '../preview/proposed-mapping.ts';
import type { CutFile } from './find-cut.ts';
import type { ProposedColumn } from './proposal.ts';

/** What an import of a file needs in addition to the detected format. */
export interface ImportChoices {
  readonly options: OptionChoices;
  readonly mapping: Mapping;
}

interface ProposedImport {
  readonly head: FileHead;
  readonly file: CutFile;
  /** The proposed table as it will be once it is published. */
  readonly table: PublishedTable;
  readonly columns: readonly ProposedColumn[];
  /** The options of the request. */
  readonly given: OptionChoices;
}

/**
 * The fewest choices with which an import reads the file exactly as the proposal does, and feeds every proposed field.
 * The layout of the import itself decides that.
 * @throws DomainError the rejection of the import, if it rejects the file whatever the choices
 */
export function importChoices(about: ProposedImport): ImportChoices {
  const { given, file, columns } = about;
  const { cut, titleLines } = file;
  const exact = { ...given, delimiter: cut.delimiter, header: cut.hasHeader, skipLines: titleLines };
  const placed = new Map(columns.map((column) => [column.position - 1, { ...column, column: column.position }]));
  const named = proposedMapping(columns, cut.header, placed);
  // With a header row, only dates in another form need the mapping.
  const dates = named.filter(({ dateForm }) => dateForm);
  const attempts = [
    { options: given, mapping: dates },
    { options: exact, mapping: dates },
    { options: exact, mapping: named },
    { options: exact, mapping: proposedMapping(columns, [], placed) },
  ];
  let rejection: DomainError | undefined;
  for (const choices of attempts) {
    const layout = layOut(about, choices);
    if (layout instanceof DomainError) rejection = layout;
    else if (isAsProposed(layout, about)) return choices;
  }
  throw rejection ?? new Error('No choices make an import read the file as its proposal does.');
}

function layOut({ head, table }: ProposedImport, { options, mapping }: ImportChoices): FileLayout | DomainError {
  try {
    return layOutRecords(head, table, mergeOptions(options), mapping);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function isAsProposed(layout: FileLayout, { file: { cut }, columns }: ProposedImport): boolean {
  const { delimiter, hasHeader, dataStart, fieldCount, customerIdColumn } = layout;
  const isCutAlike =
    delimiter === cut.delimiter &&
    hasHeader === cut.hasHeader &&
    dataStart === cut.dataStart &&
    fieldCount === cut.fieldCount;
  const fed = new Map(layout.columns.map((column) => [column.position, column]));
  const isFed = ({ position, field, dateForm }: ProposedColumn) => {
    if (customerIdColumn === position - 1) return field !== null;
    const column = fed.get(position - 1);
    return (column?.code ?? null) === field && column?.dateForm === dateForm;
  };
  return isCutAlike && columns.every(isFed);
}
