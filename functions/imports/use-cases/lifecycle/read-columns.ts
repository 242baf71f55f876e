import { DomainError } from '../../../shared/domain/errors.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { columnsOf, type ImportColumns } from '../../domain/correction.ts';
import type { ImportRepository } from '../../ports.ts';
import { findImport } from './find-import.ts';
import { readPlan } from './read-plan.ts';

interface ColumnPorts {
  readonly imports: Pick<ImportRepository, 'find'>;
  readonly store: ObjectStore;
}

/** @throws DomainError `import.not-found`, `import.not-planned` */
export async function readColumns({ imports, store }: ColumnPorts, importId: string): Promise<ImportColumns> {
  const plan = await readPlan(store, await findImport(imports, importId));
  if (plan) return columnsOf(plan);
  throw new DomainError(
    'conflict',
    'import.not-planned',
    `Import ${importId} has not read its file, or its file was rejected: it has no columns.`,
  );
}
