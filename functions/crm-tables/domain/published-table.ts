import * as z from 'zod';
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

/** Absent in what an earlier release has stored, and where the switch is off. */
export const AutoPopNotesSchema = z.boolean().meta({
  description: 'Whether the notes of a customer open together with the record. Absent for no.',
});

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
  autoPopNotes: AutoPopNotesSchema.optional(),
  fields: z.array(FieldSchema).meta({ description: 'In column order.' }),
  publishedAt: z.iso.datetime(),
});
export type PublishedTable = z.infer<typeof PublishedTableSchema>;
