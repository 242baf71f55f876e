import * as z from 'zod';
import type { ImportKeys } from '../import-keys.ts';
import { RejectionSchema } from '../plan.ts';

/** What became of a file that is not read as it is: its UTF-8 form, or why there is none. */
export const DecodedSchema = z.union([
  z.strictObject({
    /** Where the UTF-8 form lies; no other object ever takes its place. */
    key: z.string(),
    size: z.int().min(1),
  }),
  z.strictObject({ rejection: RejectionSchema }),
]);
export type Decoded = z.infer<typeof DecodedSchema>;

export const decodedKey = ({ work }: Pick<ImportKeys, 'work'>): string => work('decode', 0);
