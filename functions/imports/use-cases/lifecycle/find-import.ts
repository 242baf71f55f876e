import { DomainError } from '../../../shared/domain/errors.ts';
import type { Import } from '../../domain/import.ts';
import type { ImportRepository } from '../../ports.ts';

/** @throws DomainError `import.not-found` */
export async function findImport(imports: Pick<ImportRepository, 'find'>, importId: string): Promise<Import> {
  const found = await imports.find(importId);
  if (!found) throw new DomainError('not-found', 'import.not-found', `There is no import ${importId}.`);
  return found;
}
