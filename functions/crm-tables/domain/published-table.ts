import * as z from 'zod';
import { FieldSchema } from './field.ts';

/** The index slot that a searchable field was given, 1 to 10; kept for good once given. */
export const SlotSchema = z.strictObject({ code: z.string(), slot: z.int().min(1).max(10) });

/**
 * A published version of a CRM table: what imports, agents and searches work with. Immutable.
 * `fields` are in the table's column order; the Customer ID (P008) is one of them.
 */
export const PublishedTableSchema = z.strictObject({
  prefix: z.string(),
  accountPrefix: z.string(),
  version: z.int().min(1),
  name: z.string(),
  /** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
  defaultCountry: z.string().length(2),
  shardCount: z.int().min(1).max(256),
  tabs: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  fields: z.array(FieldSchema),
  slots: z.array(SlotSchema),
  publishedAt: z.iso.datetime(),
});
export type PublishedTable = z.infer<typeof PublishedTableSchema>;
