import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { cancelFlagKey } from '../../domain/import-keys.ts';
import { allows, cancelWaiting } from '../../domain/lifecycle/transitions.ts';
import type { ClientUploads, Dispatcher, ImportRepository } from '../../ports.ts';
import { findImport } from './find-import.ts';
import { importEntry } from './import-entry.ts';

export interface CancelPorts {
  readonly imports: ImportRepository;
  readonly store: Pick<ObjectStore, 'create' | 'head'>;
  readonly uploads: Pick<ClientUploads, 'abortUpload' | 'deleteFile'>;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
}

/**
 * Cancels an import: at once if it waits. A running import stops when its workers have read the flag, unless only its
 * files remain to be written. The file of an import that still awaited it is deleted, or the parts that have arrived.
 * Cancelling an import again changes nothing.
 * @throws DomainError `import.not-found`, `import.ended`
 */
export async function cancelImport(ports: CancelPorts, importId: string, origin: RequestOrigin): Promise<void> {
  for (;;) {
    const found = await findImport(ports.imports, importId);
    // An earlier call may have failed after its update of the record.
    if (found.status === 'cancelled') return removeUpload(ports, found);
    const isWaiting = allows(found, 'cancel');
    if (!isWaiting && !allows(found, 'request-cancel')) throw hasEnded(found);
    // A failed update means that the import has changed since it was read: read it again.
    if (await (isWaiting ? endWaiting(ports, found, origin) : stopRunning(ports, found, origin))) break;
  }
}

function hasEnded({ importId, status }: Import): DomainError {
  const reason = `Import ${importId} has already ended (${status}), and can no longer be cancelled.`;
  return new DomainError('conflict', 'import.ended', reason);
}

async function endWaiting(ports: CancelPorts, waiting: Import, origin: RequestOrigin): Promise<boolean> {
  const { imports, clock } = ports;
  const { importId, prefix, attempt } = waiting;
  const cancelled = cancelWaiting(waiting, clock.now().toISOString());
  if ((await imports.move(cancelled, importEntry(origin, 'cancel', cancelled))) === 'lost') return false;
  log.info('import.cancelled', { importId, prefix, attempt });
  await removeUpload(ports, waiting);
  return true;
}

/**
 * S3 keeps and charges the parts of an upload that is neither completed nor aborted, and a file that arrived a moment
 * before the cancellation. An import that names the version of its file can be resumed, and needs it.
 */
async function removeUpload({ uploads, store }: CancelPorts, { announced, source }: Import): Promise<void> {
  if (announced === undefined || source.versionId !== '') return;
  if (announced.multipart) await uploads.abortUpload(source.key, announced.multipart.uploadId);
  if (await store.head(source.key)) await uploads.deleteFile(source.key);
}

async function stopRunning(ports: CancelPorts, running: Import, origin: RequestOrigin): Promise<boolean> {
  const { imports, store, dispatcher, clock } = ports;
  const { importId, prefix, attempt } = running;
  const at = clock.now().toISOString();
  // The flag is written first: then the cancellation that the record announces certainly happens.
  await store.create(cancelFlagKey(running), JSON.stringify({ at }));
  const entry = importEntry(origin, 'cancel', { before: running, after: running });
  if ((await imports.requestCancel(running, at, entry)) === 'lost') return false;
  log.info('import.cancel-requested', { importId, prefix, attempt });
  // An import whose workflow has ended without an event would never stop.
  await dispatcher.dispatch(prefix);
  return true;
}
