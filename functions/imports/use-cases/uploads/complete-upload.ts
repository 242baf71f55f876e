import { DomainError } from '../../../shared/domain/errors.ts';
import { type ObjectStore, type UploadedPart, UploadGone } from '../../../shared/domain/object-store.ts';
import { log } from '../../../shared/observability/logger.ts';
import { validateParts } from '../../domain/uploads/validate-parts.ts';
import type { ClientUploads, ImportRepository } from '../../ports.ts';
import { findPartedUpload, type PartedUpload, requireOpen, uploadGone } from './client-parts.ts';

export interface CompletePorts {
  readonly imports: ImportRepository;
  readonly store: ObjectStore;
  readonly uploads: ClientUploads;
}

/**
 * Joins the parts to the file; succeeds if that is done already. Wrong parts change nothing and can be sent again (the
 * bucket deletes abandoned uploads).
 * @throws DomainError `import.not-found`, `upload.no-parts`, `upload.over`, `upload.gone`, `upload.busy`,
 * `upload.incomplete` naming each part
 */
export async function completeUpload(
  ports: CompletePorts,
  importId: string,
  parts: readonly UploadedPart[],
): Promise<void> {
  const upload = await findPartedUpload(ports.imports, importId);
  if (await hasArrived(ports.store, upload)) return;
  requireOpen(upload);
  try {
    await join(ports.uploads, upload, parts);
    log.info('import.uploaded', { importId, prefix: upload.record.prefix });
  } catch (error) {
    if (!(error instanceof UploadGone)) throw error;
  }
  // Another call may have joined them in the meantime.
  if (!(await hasArrived(ports.store, upload))) throw uploadGone(upload);
}

/** @throws UploadGone */
async function join(uploads: ClientUploads, upload: PartedUpload, parts: readonly UploadedPart[]): Promise<void> {
  const { record, key, uploadId, sizes } = upload;
  const violations = validateParts(parts, await uploads.listParts(key, uploadId), sizes);
  if (violations.length > 0) {
    const detail = `The parts do not make up the announced ${sizes.bytes} bytes; see errors.`;
    throw new DomainError('invalid', 'upload.incomplete', detail, violations);
  }
  const inOrder = [...parts].sort((a, b) => a.partNumber - b.partNumber);
  if ((await uploads.completeNew(key, uploadId, inOrder)) !== 'conflict') return;
  const { importId } = record;
  const detail = `Another request is completing the upload of import ${importId}. Send this request again.`;
  throw new DomainError('conflict', 'upload.busy', detail);
}

async function hasArrived(store: ObjectStore, { key, sizes }: PartedUpload): Promise<boolean> {
  return (await store.head(key))?.size === sizes.bytes;
}
