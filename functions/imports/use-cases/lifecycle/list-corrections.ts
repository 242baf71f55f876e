import type { Page, PageRequest } from '../../../shared/domain/page.ts';
import type { Import } from '../../domain/import.ts';
import type { ImportRepository } from '../../ports.ts';
import { findImport } from './find-import.ts';

/** The imports that correct an import, newest first. @throws DomainError `import.not-found` */
export async function listCorrections(
  { imports }: { readonly imports: Pick<ImportRepository, 'find' | 'listCorrections'> },
  importId: string,
  request: PageRequest,
): Promise<Page<Import>> {
  await findImport(imports, importId);
  const { items, ...rest } = await imports.listCorrections(importId, request);
  const found = await Promise.all(items.map((correction) => imports.find(correction)));
  return { ...rest, items: found.filter((each) => each !== undefined) };
}
