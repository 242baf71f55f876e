import * as z from 'zod';

export const LineEndSchema = z.enum(['lf', 'crlf']);
export type LineEnd = z.infer<typeof LineEndSchema>;

/** How the records of one file are to be read. */
export const RecordFormatSchema = z.strictObject({
  /** The byte between two fields; never a quote, CR or LF. */
  delimiter: z.int().min(1).max(127),
  /** How many fields a record must have. */
  fieldCount: z.int().min(1),
  /** Which field is the Customer ID, counted from 0; left out when the file has none. */
  customerIdColumn: z.int().min(0).optional(),
  hasHeader: z.boolean(),
  /** The cells of the header row; left out when the file has none. */
  header: z.array(z.string()).optional(),
  /** Whether every record may have one blank cell more than the header row: the sort finds out. */
  mayEndInDelimiter: z.boolean().optional(),
  hasBom: z.boolean(),
  /** The line end taken when the records themselves do not tell: none, or as many of either kind. */
  lineEnd: LineEndSchema,
});
export type RecordFormat = z.infer<typeof RecordFormatSchema>;
