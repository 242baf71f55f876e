import * as z from 'zod';
import { CompressionSchema, EncodingSchema } from '../../../definitions/index.ts';
import type { FileLayout } from './file-layout.ts';

/** How a file is read, as it is shown. */
export const ReadingSchema = z
  .strictObject({
    encoding: EncodingSchema,
    compression: CompressionSchema,
    delimiter: z.string().length(1),
    header: z.boolean().meta({ description: 'Whether the first record is a header row.' }),
    lineEnd: z.enum(['lf', 'crlf', 'cr']).optional().meta({
      description: 'That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines.',
    }),
  })
  .meta({ id: 'FileFormat' });
export type Reading = z.infer<typeof ReadingSchema>;

export function readingOf({ encoding, compression, lineEnds, delimiter, hasHeader, lineEnd }: FileLayout): Reading {
  const known = lineEnds ?? (hasHeader ? lineEnd : undefined);
  return { encoding, compression, delimiter, header: hasHeader, ...(known && { lineEnd: known }) };
}
