import { type CurrentFieldsReader, requireFields } from '../../crm-tables/index.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { checkRevision, type ExpectedRevision, staleRevision } from '../../shared/domain/revised.ts';
import type { DefinitionPath } from '../domain/definition.ts';
import type { DefinitionRepository } from '../ports.ts';
import { definitionEntry } from './definition-entry.ts';
import { getDefinition } from './get-definition.ts';

/**
 * Deletes a definition that still has this revision; imports that used it continue to name it.
 * @throws DomainError `definition.not-found`, `definition.in-use`, `if-match.stale`
 */
export async function deleteDefinition(
  ports: { readonly definitions: DefinitionRepository; readonly tables: CurrentFieldsReader },
  path: DefinitionPath,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<void> {
  const definition = await getDefinition(ports, path);
  checkRevision(definition, revision);
  const table = await requireFields(ports, path.prefix);
  const entry = definitionEntry(origin, 'delete', table, { before: definition.value });
  const outcome = await ports.definitions.remove(definition, entry);
  if (outcome === 'stale') throw staleRevision();
  if (outcome === 'written') return;
  throw new DomainError(
    'conflict',
    'definition.in-use',
    'A schedule uses this definition. Assign another one to the schedule, or delete the schedule first.',
  );
}
