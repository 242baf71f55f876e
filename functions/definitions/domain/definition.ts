import * as z from 'zod';
import { FieldSchema } from '../../crm-tables/index.ts';
import { uniqueName } from '../../shared/domain/text.ts';
import { OptionChoicesSchema } from './import-options.ts';
import { MappingSchema } from './mapping.ts';

const LONGEST_NAME = 100;

/** A field as a definition has known it. */
const KnownFieldSchema = FieldSchema.pick({ code: true, label: true, type: true, required: true }).meta({
  id: 'KnownField',
  description: 'A field of the draft as it was when the definition was saved.',
});
export type KnownField = z.infer<typeof KnownFieldSchema>;

/** Options and a mapping for imports into one CRM table, stored under a name. */
export const DefinitionSchema = z
  .strictObject({
    definitionId: z.string(),
    prefix: z.string(),
    /** Unique within its CRM table, regardless of case. */
    name: uniqueName(LONGEST_NAME),
    options: OptionChoicesSchema,
    mapping: MappingSchema,
    /** Whether it applies to uploads that name no definition; at most one of a table does. */
    isDefault: z.boolean(),
    /** Raised by every update; earlier versions stay readable. */
    version: z.int().min(1),
    /** The published version of the CRM table for which it was saved; 0 if it was saved for the draft before the first. */
    tableVersion: z.int().min(0),
    draftFields: z.array(KnownFieldSchema).optional().meta({
      description: 'The fields of the draft for which it was saved; absent if it was saved for a published version.',
    }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ImportDefinitionVersion' });
export type Definition = z.infer<typeof DefinitionSchema>;

export type DefinitionPath = Pick<Definition, 'prefix' | 'definitionId'>;

const ChoicesSchema = DefinitionSchema.pick({ name: true, options: true, mapping: true, isDefault: true });

/** The attributes that a user sets. An update sets all of them, so that leaving one out never removes it. */
export const DefinitionUpdateSchema = ChoicesSchema.meta({ id: 'ImportDefinitionUpdate' });
export type DefinitionInput = z.infer<typeof DefinitionUpdateSchema>;

export const NewDefinitionSchema = ChoicesSchema.extend({
  options: OptionChoicesSchema.default({}),
  mapping: MappingSchema.default([]),
  isDefault: z.boolean().default(false),
}).meta({ id: 'NewImportDefinition' });
