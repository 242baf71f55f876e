import * as z from 'zod';
import { SLOT_COUNT } from '../../shared/domain/slot-count.ts';
import { lineOfText } from '../../shared/domain/text.ts';
import { FieldSchema } from './field.ts';

/** A heading under which fields stand. */
export const TabSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'A tab id is up to 40 small letters, digits and hyphens.'),
  label: lineOfText(100),
});

/** The index slot that a searchable field was given, 1 to 10; kept for good once given. */
export const SlotSchema = z.strictObject({ code: z.string(), slot: z.int().min(1).max(SLOT_COUNT) });

/**
 * A published version of a CRM table: what imports, agents and searches work with. Immutable.
 * `fields` are in the table's column order; the Customer ID (P008) is one of them.
 */
export const PublishedTableSchema = z
  .strictObject({
    prefix: z.string(),
    accountPrefix: z.string(),
    version: z.int().min(1),
    name: z.string(),
    /** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
    defaultCountry: z.string().length(2),
    shardCount: z.int().min(1).max(256),
    tabs: z.array(TabSchema),
    fields: z.array(FieldSchema),
    /** Every slot that the table ever gave, also those of fields that are no longer searchable. */
    slots: z.array(SlotSchema),
    publishedAt: z.iso.datetime(),
  })
  .meta({ id: 'PublishedTable' });
export type PublishedTable = z.infer<typeof PublishedTableSchema>;
