import * as z from 'zod';

export const LineEndSchema = z.enum(['lf', 'crlf']);
export type LineEnd = z.infer<typeof LineEndSchema>;

/** The format of one file's records. */
export const RecordFormatSchema = z.strictObject({
  /** The byte between two fields; never a quote, CR or LF. */
  delimiter: z.int().min(1).max(127),
  fieldCount: z.int().min(1),
  /** Index of the Customer ID field; absent when the file has none. */
  customerIdColumn: z.int().min(0).optional(),
  hasHeader: z.boolean(),
  /** The cells of the header row; absent when the file has none. */
  header: z.array(z.string()).optional(),
  /** Whether every record may have one blank cell more than the header row: the sort determines it. */
  mayEndInDelimiter: z.boolean().optional(),
  hasBom: z.boolean(),
  /** The line end for a file whose records do not decide it: none, or as many of either kind. */
  lineEnd: LineEndSchema,
});
export type RecordFormat = z.infer<typeof RecordFormatSchema>;
