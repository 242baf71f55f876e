import type { CurrentFields, PublishedTableReader } from '../../crm-tables/index.ts';
import type { Definition } from '../domain/definition.ts';
import { type DefinitionWarning, warningsOf } from '../domain/table-changes.ts';

/** The changes that affect a definition since it was saved. @param now the fields of its CRM table */
export async function definitionWarnings(
  ports: { readonly tables: Pick<PublishedTableReader, 'readVersion'> },
  definition: Definition,
  now: CurrentFields,
): Promise<readonly DefinitionWarning[]> {
  const { draftFields } = definition;
  if (definition.tableVersion === 0)
    return warningsOf(definition, draftFields && { version: 0, fields: draftFields }, now);
  if (definition.tableVersion === now.version) return [];
  const before = await ports.tables.readVersion(definition.prefix, definition.tableVersion);
  if (!before) throw new Error(`CRM table ${definition.prefix} has lost its version ${definition.tableVersion}`);
  return warningsOf(definition, before, now);
}
