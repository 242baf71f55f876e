import type * as z from 'zod';

/**
 * Returns `after` with the keys of `before` that the schema does not know. An update by this release must not remove
 * what a newer release has stored in the record.
 */
export function carryUnknown<T extends object>(schema: z.ZodObject, before: object | undefined, after: T): T {
  const unknown = Object.entries(before ?? {}).filter(([name]) => !(name in schema.shape));
  return { ...Object.fromEntries(unknown), ...after };
}
