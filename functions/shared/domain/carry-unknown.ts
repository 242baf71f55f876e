import type * as z from 'zod';

/**
 * `after`, with those keys of `before` that the schema does not know: somebody who changes a record with this release
 * must not remove what a newer one has stored in it.
 */
export function carryUnknown<T extends object>(schema: z.ZodObject, before: object | undefined, after: T): T {
  const unknown = Object.entries(before ?? {}).filter(([name]) => !(name in schema.shape));
  return { ...Object.fromEntries(unknown), ...after };
}
