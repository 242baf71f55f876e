import * as z from 'zod';
import { uniqueName } from '../../shared/domain/text.ts';
import { OptionChoicesSchema } from './import-options.ts';
import { MappingSchema } from './mapping.ts';

const LONGEST_NAME = 100;

/** How a client's files are imported into one CRM table, saved under a name. */
export const DefinitionSchema = z
  .strictObject({
    definitionId: z.string(),
    /** The CRM table that it belongs to. */
    prefix: z.string(),
    /** Unique in its table, whatever its case. */
    name: uniqueName(LONGEST_NAME),
    options: OptionChoicesSchema,
    mapping: MappingSchema,
    /** Whether it goes for the uploads into its table that name no definition; one of a table at most. */
    isDefault: z.boolean(),
    /** Rises with every change; earlier versions stay readable. */
    version: z.int().min(1),
    /** The published version of the CRM table that it was made for. */
    tableVersion: z.int().min(1),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ImportDefinitionVersion' });
export type Definition = z.infer<typeof DefinitionSchema>;

/** Names a definition as paths do. */
export type DefinitionPath = Pick<Definition, 'prefix' | 'definitionId'>;

const ChoicesSchema = DefinitionSchema.pick({ name: true, options: true, mapping: true, isDefault: true });

/** What a person says of a definition. A change says all of it, so that leaving something out cannot mean taking it away. */
export const DefinitionUpdateSchema = ChoicesSchema.meta({ id: 'ImportDefinitionUpdate' });
export type DefinitionInput = z.infer<typeof DefinitionUpdateSchema>;

export const NewDefinitionSchema = ChoicesSchema.extend({
  options: OptionChoicesSchema.default({}),
  mapping: MappingSchema.default([]),
  isDefault: z.boolean().default(false),
}).meta({ id: 'NewImportDefinition' });
