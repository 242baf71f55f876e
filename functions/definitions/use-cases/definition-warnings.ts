import type { PublishedTable, PublishedTableReader } from '../../crm-tables/index.ts';
import type { Definition } from '../domain/definition.ts';
import { type DefinitionWarning, warningsOf } from '../domain/table-changes.ts';

/** What has changed for a definition since it was saved. `now` is its CRM table as it is published. */
export async function definitionWarnings(
  ports: { readonly tables: Pick<PublishedTableReader, 'readVersion'> },
  definition: Definition,
  now: PublishedTable,
): Promise<readonly DefinitionWarning[]> {
  if (definition.tableVersion === now.version) return [];
  const before = await ports.tables.readVersion(definition.prefix, definition.tableVersion);
  if (!before) throw new Error(`CRM table ${definition.prefix} has lost its version ${definition.tableVersion}`);
  return warningsOf(definition, before, now);
}
