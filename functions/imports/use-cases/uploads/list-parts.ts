import { UploadGone } from '../../../shared/domain/object-store.ts';
import type { PartSizes } from '../../domain/uploads/upload-parts.ts';
import type { ArrivedPart, ClientUploads, ImportRepository } from '../../ports.ts';
import { findPartedUpload, requireOpen, uploadGone } from './client-parts.ts';

export interface PartsPorts {
  readonly imports: ImportRepository;
  readonly uploads: ClientUploads;
}

/** The parts of a file that have arrived, and the sizes of all parts. */
export interface ArrivedParts {
  readonly sizes: PartSizes;
  readonly parts: readonly ArrivedPart[];
}

/** @throws DomainError `import.not-found`, `upload.no-parts`, `upload.over`, `upload.gone` */
export async function listParts({ imports, uploads }: PartsPorts, importId: string): Promise<ArrivedParts> {
  const upload = await findPartedUpload(imports, importId);
  requireOpen(upload);
  const parts = await uploads.listParts(upload.key, upload.uploadId).catch((error: unknown) => {
    throw error instanceof UploadGone ? uploadGone(upload) : error;
  });
  return { sizes: upload.sizes, parts };
}
