import { DomainError } from '../../shared/domain/errors.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { Definition, DefinitionPath } from '../domain/definition.ts';
import type { DefinitionRepository } from '../ports.ts';

/** @throws DomainError `definition.not-found` */
export async function getDefinition(
  ports: { readonly definitions: Pick<DefinitionRepository, 'read'> },
  path: DefinitionPath,
): Promise<Revised<Definition>> {
  const found = await ports.definitions.read(path);
  if (found) return found;
  throw definitionNotFound(path.prefix);
}

export function definitionNotFound(tablePrefix: string): DomainError {
  return new DomainError(
    'not-found',
    'definition.not-found',
    `CRM table ${tablePrefix} has no import definition with this id.`,
  );
}
