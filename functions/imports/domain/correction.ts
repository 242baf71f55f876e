import * as z from 'zod';
import { CUSTOMER_ID_CODE } from '../../crm-tables/index.ts';
import { ColumnMappingSchema, type Mapping, MOST_MAPPED_COLUMNS, type OptionChoices } from '../../definitions/index.ts';
import type { Import } from './import.ts';
import { cellRules } from './layout/map-columns.ts';
import type { AcceptedPlan } from './plan.ts';

/** How an import read the columns of its file: a client that corrects failed records checks their cells by it. */
export const ImportColumnsSchema = z
  .strictObject({
    delimiter: z.string().length(1),
    header: z.boolean().meta({ description: 'Whether the file has a header row.' }),
    recordsFrom: z.int().min(0).meta({
      description: 'The byte of each failure file at which its first record begins, after the header row.',
    }),
    items: z
      .array(
        ColumnMappingSchema.omit({ column: true })
          .extend({
            name: z.string().meta({ description: 'The cell of the header row; empty without one.', example: 'Town' }),
          })
          .meta({ id: 'ImportColumn' }),
      )
      .meta({ description: 'The columns in their order; `field` is null for a column that was not imported.' }),
  })
  .meta({ id: 'ImportColumns' });
export type ImportColumns = z.infer<typeof ImportColumnsSchema>;

export function columnsOf({ layout }: Pick<AcceptedPlan, 'layout'>): ImportColumns {
  const mapped = new Map(layout.columns.map((column) => [column.position, column]));
  const items = Array.from({ length: layout.fieldCount }, (_, position) => {
    const column = mapped.get(position);
    const field = position === layout.customerIdColumn ? CUSTOMER_ID_CODE : (column?.code ?? null);
    return { name: layout.header[position] ?? '', field, ...cellRules(column) };
  });
  return { delimiter: layout.delimiter, header: layout.hasHeader, recordsFrom: layout.dataStart, items };
}

/**
 * The mapping of a plan by positions, for a file with the same columns. It also names the columns that were not
 * imported: a field that was added since could have the name of one.
 */
function mappingOf(plan: Pick<AcceptedPlan, 'layout'>): Mapping {
  const all = columnsOf(plan).items.map(({ name, ...item }, at) => ({ column: at + 1, ...item }));
  const imported = all.filter(({ field }) => field !== null);
  const others = all.filter(({ field }) => field === null);
  return [...imported, ...others].slice(0, MOST_MAPPED_COLUMNS).toSorted((a, b) => a.column - b.column);
}

/** Only these options of a correction are its own: how its file is read. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  'encoding',
  'compression',
  'delimiter',
  'header',
  'skipLines',
] satisfies (keyof OptionChoices)[]);

/** The options that a request may not give, because the first import has decided them. */
export const fixedOptions = (options: OptionChoices): string[] =>
  Object.keys(options).filter((name) => !OF_THE_FILE.has(name));

/** The options and the mapping of the first import. @param format how the corrected file is read */
export function correctionOf(
  { layout, options }: Pick<AcceptedPlan, 'layout' | 'options'>,
  format: OptionChoices,
): { readonly options: OptionChoices; readonly mapping: Mapping } {
  return { options: { header: layout.hasHeader, ...format, ...options }, mapping: mappingOf({ layout }) };
}

/** Whether all records of an import have their fates, and some have failed. */
export const hasFailedRecords = ({ status }: Pick<Import, 'status'>): boolean => status === 'completed-with-failures';
