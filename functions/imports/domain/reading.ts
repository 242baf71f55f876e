import * as z from 'zod';
import { CompressionSchema, EncodingSchema } from '../../definitions/index.ts';
import { type LineEnd, LineEndSchema } from './csv/record-format.ts';
import type { FileLayout } from './file-layout.ts';

/** How a file is read, as it is shown. */
export const ReadingSchema = z.strictObject({
  encoding: EncodingSchema,
  compression: CompressionSchema,
  delimiter: z.string().length(1),
  header: z.boolean().meta({ description: 'Whether the first record is a header row.' }),
  lineEnd: LineEndSchema,
});
export type Reading = z.infer<typeof ReadingSchema>;

interface Read {
  readonly form: Pick<Reading, 'encoding' | 'compression'>;
  readonly layout: Pick<FileLayout, 'delimiter' | 'hasHeader'> & { readonly lineEnd: LineEnd };
}

export function readingOf({ form: { encoding, compression }, layout }: Read): Reading {
  const { delimiter, hasHeader, lineEnd } = layout;
  return { encoding, compression, delimiter, header: hasHeader, lineEnd };
}
