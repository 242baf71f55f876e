import * as z from 'zod';
import { LineEndSchema } from '../csv/record-format.ts';
import { SearchWaySchema } from '../search-index/search-way.ts';
import { SortedChunkSchema } from '../sort/chunks.ts';
import { ImportWarningSchema } from '../warning.ts';

/**
 * The route of the import after sorting. It is decided once: a resumed import takes the same route, whatever the table
 * holds by then.
 */
export const ImportRouteSchema = z.strictObject({
  route: z.enum(['bulk-copy', 'differentiate']),
  records: z.int().min(1),
  lineEnd: LineEndSchema,
  /** The number of the first record's generated Customer ID; absent when the file has Customer IDs. */
  firstGenerated: z.int().min(1).optional(),
  consistentRead: z.boolean(),
  /** Set if every record has one blank cell more than the header row: the cell is tolerated. */
  endsInDelimiter: z.literal(true).optional(),
  /** How the customers that bulk copy writes come into the search index; absent in a route of an earlier release. */
  search: SearchWaySchema.optional(),
  sortedAt: z.iso.datetime(),
  /** The part of the sorted file that each chunk of bulk copy or differentiate reads. */
  chunks: z.array(SortedChunkSchema),
  /** Doubts that only the whole file shows; absent without any. */
  warnings: z.array(ImportWarningSchema).optional(),
});
export type ImportRoute = z.infer<typeof ImportRouteSchema>;

export const LINE_ENDS = { lf: '\n', crlf: '\r\n' } as const;
