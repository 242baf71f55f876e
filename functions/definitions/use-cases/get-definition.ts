import { DomainError } from '../../shared/domain/errors.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionRepository } from '../ports.ts';

/** Where a definition is asked for. */
export interface DefinitionPath {
  readonly prefix: string;
  readonly definitionId: string;
}

/** @throws DomainError `definition.not-found` */
export async function getDefinition(
  deps: { readonly definitions: Pick<DefinitionRepository, 'read'> },
  { prefix, definitionId }: DefinitionPath,
): Promise<Definition> {
  const found = await deps.definitions.read(prefix, definitionId);
  if (found) return found;
  throw definitionNotFound(prefix);
}

export function definitionNotFound(prefix: string): DomainError {
  return new DomainError('not-found', 'definition.not-found', `CRM table ${prefix} has no such import definition.`);
}
