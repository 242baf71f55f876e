import * as z from 'zod';
import { CompressionSchema, EncodingSchema } from '../../../definitions/index.ts';

/** The conversions that a file needs before its records can be read. */
export const FileEncodingSchema = z.strictObject({
  encoding: EncodingSchema,
  compression: CompressionSchema,
  /** `cr`: carriage returns alone end the lines. Absent if LFs do. */
  lineEnds: z.literal('cr').optional(),
});
export type FileEncoding = z.infer<typeof FileEncodingSchema>;

/** UTF-8 with LFs at line ends, uncompressed: the steps read the source itself, and never copy it. */
export const isPlainUtf8 = ({ encoding, compression, lineEnds }: FileEncoding): boolean =>
  encoding === 'utf-8' && compression === 'none' && lineEnds === undefined;

/** Begins the decoded form of every other file, so that programs recognise the encoding of its failure files. */
export const UTF8_MARK: Uint8Array = Uint8Array.of(0xef, 0xbb, 0xbf);
