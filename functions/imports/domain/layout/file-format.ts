import * as z from 'zod';
import { CompressionSchema, EncodingSchema } from '../../../definitions/index.ts';
import type { FileLayout } from './file-layout.ts';

/** The file format as the API shows it. */
export const FileFormatSchema = z
  .strictObject({
    encoding: EncodingSchema,
    compression: CompressionSchema,
    delimiter: z.string().length(1),
    header: z.boolean().meta({ description: 'Whether the first record is a header row.' }),
    lineEnd: z.enum(['lf', 'crlf', 'cr']).meta({ id: 'LineEnd' }).optional().meta({
      description: 'That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines.',
    }),
  })
  .meta({ id: 'FileFormat' });
export type FileFormat = z.infer<typeof FileFormatSchema>;

export function fileFormatOf({
  encoding,
  compression,
  lineEnds,
  delimiter,
  hasHeader,
  lineEnd,
}: FileLayout): FileFormat {
  const known = lineEnds ?? (hasHeader ? lineEnd : undefined);
  return { encoding, compression, delimiter, header: hasHeader, ...(known && { lineEnd: known }) };
}
