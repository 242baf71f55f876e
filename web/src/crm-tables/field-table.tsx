import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useSearch } from '../shared/router/use-search.ts';
import type { Field } from './queries.ts';
import { CRM_TABLES, TYPES } from './text.ts';

/** The component renders every row, which takes seconds for longer pages. */
const FIELDS_PER_PAGE = 50;

const yesNo = (value: boolean) => (value ? CRM_TABLES.yes : <Box color="text-status-inactive">{CRM_TABLES.no}</Box>);

const COLUMNS = [
  { id: 'label', header: CRM_TABLES.field, cell: ({ label }: Field) => label, isRowHeader: true },
  { id: 'code', header: CRM_TABLES.code, cell: ({ code }: Field) => code },
  { id: 'type', header: CRM_TABLES.type, cell: ({ type }: Field) => TYPES[type] },
  { id: 'maxLength', header: CRM_TABLES.maxLength, cell: ({ maxLength }: Field) => maxLength },
  { id: 'required', header: CRM_TABLES.required, cell: ({ required }: Field) => yesNo(required) },
  { id: 'search', header: CRM_TABLES.search, cell: ({ flags }: Field) => yesNo(flags.search) },
  { id: 'insert', header: CRM_TABLES.insert, cell: ({ flags }: Field) => yesNo(flags.insert) },
  { id: 'modify', header: CRM_TABLES.modify, cell: ({ flags }: Field) => yesNo(flags.modify) },
  { id: 'result', header: CRM_TABLES.result, cell: ({ flags }: Field) => yesNo(flags.result) },
];

/** The fields of a CRM table with their flags, in pages that the address names. */
export function FieldTable({ title, fields }: { readonly title: string; readonly fields: readonly Field[] }) {
  const [search, setSearch] = useSearch();
  const pages = Math.ceil(fields.length / FIELDS_PER_PAGE);
  const page = Math.min(pages, Math.max(1, Number.parseInt(search.get('fields.page') ?? '1', 10) || 1));
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${fields.length})`}>
          {title}
        </Header>
      }
      items={fields.slice((page - 1) * FIELDS_PER_PAGE, page * FIELDS_PER_PAGE)}
      trackBy="code"
      stickyColumns={{ first: 1 }}
      columnDefinitions={COLUMNS}
      {...(pages > 1 && {
        pagination: (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail: { currentPageIndex: next } }) =>
              setSearch({ 'fields.page': next === 1 ? undefined : String(next) })
            }
          />
        ),
      })}
    />
  );
}
