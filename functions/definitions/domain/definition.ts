import * as z from 'zod';
import { lineOfText } from '../../shared/domain/text.ts';
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
    name: lineOfText(LONGEST_NAME),
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
  .meta({ id: 'ImportDefinition' });
export type Definition = z.infer<typeof DefinitionSchema>;
