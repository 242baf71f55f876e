import * as z from 'zod';
import type { ImportKeys } from '../import-keys.ts';
import { RejectionSchema } from '../plan.ts';

/** The result of decoding: the decoded object, or the rejection. */
export const DecodedSchema = z.union([
  z.strictObject({
    /** The key of the decoded object; it is never replaced. */
    key: z.string(),
    size: z.int().min(1),
  }),
  z.strictObject({ rejection: RejectionSchema }),
]);
export type Decoded = z.infer<typeof DecodedSchema>;

export const decodedKey = ({ work }: Pick<ImportKeys, 'work'>): string => work('decode', 0);
