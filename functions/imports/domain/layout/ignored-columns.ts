import * as z from 'zod';

/** A column of a file that feeds no field. */
const IgnoredColumnSchema = z
  .strictObject({
    /** Counted from 1. */
    position: z.int().min(1),
    /** The cell of the header row, cut to 100 characters. */
    name: z.string().optional(),
  })
  .meta({ id: 'IgnoredColumn' });
export type IgnoredColumn = z.infer<typeof IgnoredColumnSchema>;

export const IgnoredColumnsSchema = z.array(IgnoredColumnSchema);

/** `3 (Telephone)`; the position alone for a column without a name. */
export const columnName = ({ position, name = '' }: IgnoredColumn): string =>
  name.trim() === '' ? String(position) : `${position} (${name})`;
