import { DomainError } from '../../shared/domain/errors.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import type { DefinitionRepository } from '../ports.ts';
import { type DefinitionPath, getDefinition } from './get-definition.ts';

/**
 * Deletes a definition that is still as its reader saw it; imports that went by it keep saying so.
 * @throws DomainError `definition.not-found`, `definition.in-use`, `if-match.stale`
 */
export async function deleteDefinition(
  deps: { readonly definitions: DefinitionRepository },
  path: DefinitionPath,
  version: number,
): Promise<void> {
  const definition = await getDefinition(deps, path);
  if (definition.version !== version) throw staleRevision();
  const outcome = await deps.definitions.delete(definition);
  if (outcome === 'stale') throw staleRevision();
  if (outcome === 'deleted') return;
  throw new DomainError(
    'conflict',
    'definition.in-use',
    'A schedule imports by this definition. Give the schedule another one, or delete it first.',
  );
}
