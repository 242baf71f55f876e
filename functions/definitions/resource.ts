import * as z from 'zod';
import type { CurrentFields } from '../crm-tables/index.ts';
import { type Definition, DefinitionSchema } from './domain/definition.ts';
import { DefinitionWarningSchema } from './domain/table-changes.ts';
import { definitionWarnings } from './use-cases/definition-warnings.ts';

export const DefinitionResourceSchema = DefinitionSchema.extend({
  warnings: z
    .array(DefinitionWarningSchema)
    .meta({ description: 'What has changed for it in the CRM table since it was saved; empty when nothing has.' }),
}).meta({ id: 'ImportDefinition' });

export async function definitionResource(
  ports: Parameters<typeof definitionWarnings>[0],
  definition: Definition,
  table: CurrentFields,
) {
  return { ...definition, warnings: [...(await definitionWarnings(ports, definition, table))] };
}
