import * as z from 'zod';
import { carryUnknown } from '../../shared/domain/carry-unknown.ts';
import { TablePrefixSchema } from '../../shared/domain/crm-table-names.ts';
import { lineOfText } from '../../shared/domain/text.ts';
import { FieldSchema } from './field.ts';
import { AutoPopNotesSchema, PublishedTableSchema, TabSchema } from './published-table.ts';
import { DETAILS_TAB, STANDARD_FIELDS } from './standard-fields.ts';

const LONGEST_NAME = 100;
/** One partition takes 1,000 writes a second: sixteen take more than one import sends. */
const DEFAULT_SHARDS = 16;
/** Thirteen standard and 64 custom fields. */
const MOST_FIELDS = 77;
const MOST_TABS = 20;

const CountrySchema = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'A country must be two letters, for example GB.')
  .toUpperCase()
  .meta({ description: 'ISO 3166 alpha-2; reads telephone numbers that carry no country code.', example: 'GB' });

/** The structure that an administrator edits; agents and imports use it after it is published. */
export const DraftSchema = z
  .strictObject({
    name: lineOfText(LONGEST_NAME).meta({ example: 'City Breaks vouchers' }),
    defaultCountry: CountrySchema,
    tabs: z.array(TabSchema).min(1).max(MOST_TABS),
    autoPopNotes: AutoPopNotesSchema.optional(),
    fields: z.array(FieldSchema).max(MOST_FIELDS).meta({ description: 'In column order.' }),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof DraftSchema>;

const FieldInputSchema = FieldSchema.extend({
  code: FieldSchema.shape.code.optional().meta({ description: 'Left out, the next free custom code is given.' }),
  required: z.boolean().default(false),
  listValues: FieldSchema.shape.listValues.default([]),
  strict: z.boolean().default(false),
}).meta({ id: 'FieldInput' });
export type FieldInput = z.infer<typeof FieldInputSchema>;

/** A whole draft, as an administrator saves it. */
export const DraftInputSchema = DraftSchema.extend({ fields: z.array(FieldInputSchema).max(MOST_FIELDS) }).meta({
  id: 'DraftInput',
});
export type DraftInput = z.infer<typeof DraftInputSchema>;

export const NewTableSchema = z
  .strictObject({
    prefix: TablePrefixSchema,
    name: DraftSchema.shape.name,
    defaultCountry: CountrySchema,
    shardCount: z.int().min(1).max(256).default(DEFAULT_SHARDS).meta({
      description: 'How many partitions the customers are spread over; it cannot be changed later.',
    }),
    tabs: DraftInputSchema.shape.tabs.optional().meta({ description: 'With `fields`.' }),
    fields: DraftInputSchema.shape.fields.optional().meta({
      description: 'With `tabs`: the structure of the draft. Left out, the twelve standard fields under one tab.',
    }),
  })
  .refine(({ tabs, fields }) => (tabs === undefined) === (fields === undefined), {
    path: ['tabs'],
    message: 'Send tabs and fields together, or neither.',
  })
  .meta({ id: 'NewCrmTable' });
export type NewTable = z.infer<typeof NewTableSchema>;

/** The request of Save As: the structure of a CRM table under another prefix. */
export const CopyOrderSchema = z
  .strictObject({
    prefix: TablePrefixSchema,
    name: DraftSchema.shape.name,
    from: z.enum(['draft', 'published']).default('draft').meta({ description: 'Which structure is copied.' }),
    shardCount: z.int().min(1).max(256).optional().meta({ description: 'Left out, that of the original.' }),
  })
  .meta({ id: 'CopyOrder' });
export type CopyOrder = z.infer<typeof CopyOrderSchema>;

/** The draft that restores this structure. */
export function structureOf(source: Draft): Draft {
  const { name, defaultCountry, tabs, autoPopNotes, fields } = source;
  const switches = autoPopNotes === undefined ? {} : { autoPopNotes };
  return carryUnknown(PublishedTableSchema, source, { name, defaultCountry, tabs, ...switches, fields });
}

/** The twelve standard fields under one tab. */
export function firstDraft({ name, defaultCountry }: Pick<NewTable, 'name' | 'defaultCountry'>): Draft {
  return { name, defaultCountry, tabs: [DETAILS_TAB], fields: [...STANDARD_FIELDS] };
}

/** A new table's draft: the given structure, or else the standard fields. */
export function newDraft({ name, defaultCountry, tabs, fields }: NewTable): DraftInput {
  return tabs && fields ? { name, defaultCountry, tabs, fields } : firstDraft({ name, defaultCountry });
}
