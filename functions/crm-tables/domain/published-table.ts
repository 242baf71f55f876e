import * as z from 'zod';
import { SLOT_COUNT } from '../../shared/domain/slot-count.ts';
import { lineOfText } from '../../shared/domain/text.ts';
import { FieldSchema } from './field.ts';

/** A heading for a group of fields. */
export const TabSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'A tab id must be 1 to 40 lower-case letters, digits and hyphens.')
      .meta({ example: 'details' }),
    label: lineOfText(100).meta({ example: 'Customer Details' }),
  })
  .meta({ id: 'Tab' });

/** The index slot of a searchable field, 1 to 10; once assigned it is kept for good. */
export const SlotSchema = z.strictObject({ code: z.string(), slot: z.int().min(1).max(SLOT_COUNT) });

/**
 * A published version of a CRM table, which imports, agents and searches use. Immutable. `fields` are in the table's
 * column order; the Customer ID (P008) is one of them.
 */
export const PublishedTableSchema = z.strictObject({
  prefix: z.string().meta({ example: 'VOUCIM' }),
  accountPrefix: z.string().meta({ example: 'BRI' }),
  version: z.int().min(1),
  name: z.string().meta({ example: 'City Breaks vouchers' }),
  defaultCountry: z.string().length(2).meta({
    description: 'ISO 3166 alpha-2; reads telephone numbers that carry no country code.',
    example: 'GB',
  }),
  shardCount: z.int().min(1).max(256),
  tabs: z.array(TabSchema),
  fields: z.array(FieldSchema).meta({ description: 'In column order.' }),
  slots: z.array(SlotSchema).meta({
    description: 'Every index slot that the table ever gave, also those of fields that are no longer searchable.',
  }),
  publishedAt: z.iso.datetime(),
});
export type PublishedTable = z.infer<typeof PublishedTableSchema>;
