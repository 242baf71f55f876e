import * as z from 'zod';
import { ValueExampleSchema } from '../domain/preview/value-examples.ts';

/** 64 KiB in base64. */
const LONGEST_HEAD = Math.ceil((64 * 1024) / 3) * 4;

export const PositionSchema = z.int().min(1).meta({ description: 'Of the column, counted from 1.' });

/** A doubt about a file. */
export const PreviewWarningSchema = z
  .strictObject({
    code: z.string(),
    detail: z.string(),
    column: PositionSchema.optional(),
    examples: z.array(ValueExampleSchema).optional(),
  })
  .meta({ id: 'PreviewWarning' });

/** The file of a preview: its key in the bucket, or its beginning. */
export const previewedFile = {
  key: z
    .string()
    .min(1)
    .max(1_024)
    .optional()
    .meta({ description: 'A file in the bucket, under `uploads/<PREFIX>/` or `inbox/<PREFIX>/`.' }),
  head: z
    .base64()
    .max(LONGEST_HEAD)
    .optional()
    .meta({ description: 'Or the beginning of a file, at most 64 KiB, as base64.' }),
  bytes: z.int().min(0).optional().meta({ description: 'Size of the whole file, if `head` is only its beginning.' }),
};

type PreviewedFile = z.infer<z.ZodObject<typeof previewedFile>>;

export const namesOneFile = ({ key, head }: PreviewedFile): boolean => (key === undefined) !== (head === undefined);

export const ONE_FILE = { path: ['key'], message: 'Send either the key of a file or its beginning.' };

export function fileOf({ key, head, bytes }: PreviewedFile) {
  const sent = Buffer.from(head ?? '', 'base64');
  return key === undefined ? { head: sent, bytes: bytes ?? sent.length } : { key };
}
