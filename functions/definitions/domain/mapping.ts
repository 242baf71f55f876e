import * as z from 'zod';
import { DATE_FORMS, FieldCodeSchema } from '../../crm-tables/index.ts';

const LONGEST_CELL = 32_000;
/** No NUL: it separates the parts of a key that contains values. */
const text = z
  .string()
  .max(LONGEST_CELL)
  .refine((cell) => !cell.includes('\0'), 'This must not contain a NUL character.');

/** In place of a value: clears the field. */
export const ClearSchema = z.strictObject({ clear: z.literal(true) }).meta({ id: 'ClearField' });

/** The order of the numbers in a date such as `03/04/2026`. */
export const DateFormSchema = z.enum(DATE_FORMS).meta({
  id: 'DateForm',
  description: 'The order of the numbers in a date such as `03/04/2026`.',
});
export type DateForm = z.infer<typeof DateFormSchema>;

/** The field that a column of a file feeds, and the replacements of its cells. */
export const ColumnMappingSchema = z
  .strictObject({
    column: z
      .union([z.string().min(1).max(1_000), z.int().min(1).max(10_000)])
      .meta({ description: 'The cell of the header row, its case ignored, or the position of the column from 1.' }),
    field: FieldCodeSchema.nullable().meta({ description: 'Code of the field, or null to ignore the column.' }),
    values: z
      .record(text, z.union([text, ClearSchema]))
      .optional()
      .meta({
        description:
          'Cells that are replaced, whole and exactly: `{"Y": "yes"}`. `{"#N/A": {"clear": true}}` clears the field, also where blank cells keep what is stored.',
      }),
    default: text.min(1).optional().meta({ description: 'Stands in for a blank cell.' }),
    dateForm: DateFormSchema.optional().meta({
      description:
        'For a date or date-time field: reads cells such as `03/04/2026` with the day or the month first, after `values`. Cells of the form YYYY-MM-DD stay as they are.',
    }),
  })
  .meta({ id: 'ColumnMapping' });
export type ColumnMapping = z.infer<typeof ColumnMappingSchema>;

export const MOST_MAPPED_COLUMNS = 1_000;

/**
 * The mapping of a file's columns to fields. With a header row, columns that it does not name are mapped by label or
 * code. Without one, it names every column by position, and the highest position is the number of columns.
 */
export const MappingSchema = z.array(ColumnMappingSchema).max(MOST_MAPPED_COLUMNS);
export type Mapping = z.infer<typeof MappingSchema>;
