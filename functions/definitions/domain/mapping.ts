import * as z from 'zod';

const LONGEST_CELL = 32_000;
/** A NUL separates the parts of a key that hold values. */
const text = z
  .string()
  .max(LONGEST_CELL)
  .refine((cell) => !cell.includes('\0'), 'This must not hold a NUL character.');

/** In the place of a value: the field is cleared. */
export const ClearSchema = z.strictObject({ clear: z.literal(true) }).meta({ id: 'ClearField' });

/** Which field one column of a file feeds, and what is done to its cells on the way. */
export const ColumnMappingSchema = z
  .strictObject({
    column: z
      .union([z.string().min(1).max(1_000), z.int().min(1).max(10_000)])
      .meta({ description: 'The cell of the header row, its case ignored, or the position of the column from 1.' }),
    field: z
      .string()
      .regex(/^P\d{3}$/, 'A field code is P and three digits, for example P018.')
      .nullable()
      .meta({ description: 'Code of the field, or null to ignore the column.' }),
    values: z
      .record(text, z.union([text, ClearSchema]))
      .optional()
      .meta({
        description:
          'Cells that are replaced, whole and exactly: `{"Y": "yes"}`. `{"#N/A": {"clear": true}}` clears the field, also where blank cells keep what is stored.',
      }),
    default: text.min(1).optional().meta({ description: 'Stands in for a blank cell.' }),
  })
  .meta({ id: 'ColumnMapping' });
export type ColumnMapping = z.infer<typeof ColumnMappingSchema>;

const MOST_COLUMNS = 1_000;

/**
 * How columns map to fields. With a header row, columns that are not named here map by label or code as ever. Without
 * one, every column is named by its position, and the highest position is the number of columns.
 */
export const MappingSchema = z.array(ColumnMappingSchema).max(MOST_COLUMNS);
export type Mapping = z.infer<typeof MappingSchema>;
