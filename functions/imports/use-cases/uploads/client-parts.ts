import { DomainError } from '../../../shared/domain/errors.ts';
import type { Import } from '../../domain/import.ts';
import { type PartSizes, partSizesOf } from '../../domain/uploads/upload-parts.ts';
import type { ImportRepository } from '../../ports.ts';
import { findImport } from '../lifecycle/find-import.ts';

/** An import whose file is uploaded in parts. */
export interface PartedUpload {
  readonly record: Import;
  readonly key: string;
  readonly uploadId: string;
  readonly sizes: PartSizes;
}

/** @throws DomainError `import.not-found`, `upload.no-parts` for a file that is sent whole */
export async function findPartedUpload(imports: ImportRepository, importId: string): Promise<PartedUpload> {
  const record = await findImport(imports, importId);
  const sizes = partSizesOf(record);
  const uploadId = record.announced?.multipart?.uploadId;
  if (sizes && uploadId !== undefined) return { record, key: record.source.key, uploadId, sizes };
  throw new DomainError(
    'conflict',
    'upload.no-parts',
    `The file of import ${importId} is not uploaded in parts. Send it whole to the address in the answer that created the import.`,
  );
}

/** @throws DomainError `upload.over` when the upload has ended */
export function requireOpen({ record }: PartedUpload): void {
  if (record.status === 'awaiting-upload') return;
  const detail = `Import ${record.importId} does not wait for a file: its status is ${record.status}.`;
  throw new DomainError('conflict', 'upload.over', detail);
}

export function uploadGone({ record }: PartedUpload): DomainError {
  const detail = `The upload of import ${record.importId} was abandoned and its parts are deleted. Create a new import.`;
  return new DomainError('conflict', 'upload.gone', detail);
}
