import * as z from 'zod';
import { CompressionSchema, EncodingSchema } from '../../../definitions/index.ts';

/** What has to be undone before a file's records can be read. */
export const FileEncodingSchema = z.strictObject({
  encoding: EncodingSchema,
  compression: CompressionSchema,
  /** `cr`: carriage returns alone end its lines. Absent where LFs do. */
  lineEnds: z.literal('cr').optional(),
});
export type FileEncoding = z.infer<typeof FileEncodingSchema>;

/** UTF-8 whose lines end in LF: it is read where it lies, and never copied. */
export const isPlainUtf8 = ({ encoding, compression, lineEnds }: FileEncoding): boolean =>
  encoding === 'utf-8' && compression === 'none' && lineEnds === undefined;

/** Begins the UTF-8 form of every other file, so that its failure files say what they are. */
export const UTF8_MARK: Uint8Array = Uint8Array.of(0xef, 0xbb, 0xbf);
