import * as z from 'zod';
import { LineEndSchema } from '../csv/record-format.ts';
import { SortedChunkSchema } from '../sort/chunks.ts';
import { ImportWarningSchema } from '../warning.ts';

/** Which way the import takes after sorting, settled once: whatever the table holds later, a resumption goes the same way. */
export const ImportRouteSchema = z.strictObject({
  route: z.enum(['bulk-copy', 'differentiate']),
  records: z.int().min(1),
  lineEnd: LineEndSchema,
  /** The number of the first record's generated Customer ID; absent when the file has Customer IDs. */
  firstGenerated: z.int().min(1).optional(),
  consistentRead: z.boolean(),
  /** Set if every record has one blank cell more than the header row: the cell is tolerated. */
  endsInDelimiter: z.literal(true).optional(),
  sortedAt: z.iso.datetime(),
  /** What each chunk of bulk copy or differentiate reads of the sorted file. */
  chunks: z.array(SortedChunkSchema),
  /** What only the whole file shows to be doubtful; absent where nothing is. */
  warnings: z.array(ImportWarningSchema).optional(),
});
export type ImportRoute = z.infer<typeof ImportRouteSchema>;

export const LINE_ENDS = { lf: '\n', crlf: '\r\n' } as const;
