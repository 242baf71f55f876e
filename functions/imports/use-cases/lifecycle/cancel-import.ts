import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { cancelFlagKey } from '../../domain/import-keys.ts';
import { allows, cancelWaiting } from '../../domain/lifecycle/transitions.ts';
import type { ClientUploads, Dispatcher, ImportRepository, ObjectStore } from '../../ports.ts';
import { findImport } from './find-import.ts';

export interface CancelPorts {
  readonly imports: ImportRepository;
  readonly store: Pick<ObjectStore, 'create'>;
  readonly uploads: Pick<ClientUploads, 'abortUpload'>;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
}

/**
 * Cancels an import: at once while it waits; one that runs stops by itself soon after, when its workers have seen the
 * flag, unless all but its files is done. The parts that have arrived of a file are deleted. Cancelling an import again
 * changes nothing.
 * @throws DomainError `import.not-found`, `import.ended`
 */
export async function cancelImport(ports: CancelPorts, importId: string): Promise<void> {
  for (;;) {
    const found = await findImport(ports.imports, importId);
    // An earlier call may have failed after it changed the record.
    if (found.status === 'cancelled') return abortUpload(ports, found);
    const isWaiting = allows(found, 'cancel');
    if (!isWaiting && !allows(found, 'request-cancel')) throw hasEnded(found);
    // Without a break the import has changed since it was read: read it again.
    if (await (isWaiting ? endWaiting(ports, found) : stopRunning(ports, found))) break;
  }
}

function hasEnded({ importId, status }: Import): DomainError {
  const reason = `Import ${importId} has ended (${status}): there is nothing left to cancel.`;
  return new DomainError('conflict', 'import.ended', reason);
}

async function endWaiting(ports: CancelPorts, waiting: Import): Promise<boolean> {
  const { imports, clock } = ports;
  const { importId, prefix, attempt } = waiting;
  const cancelled = cancelWaiting(waiting, clock.now().toISOString());
  if ((await imports.move(cancelled)) === 'lost') return false;
  log.info('import.cancelled', { importId, prefix, attempt });
  await abortUpload(ports, waiting);
  return true;
}

/** S3 keeps and charges the parts of an upload that is neither completed nor aborted. */
async function abortUpload({ uploads }: CancelPorts, { announced, source }: Import): Promise<void> {
  const isOpen = source.versionId === '';
  if (announced?.multipart && isOpen) await uploads.abortUpload(source.key, announced.multipart.uploadId);
}

async function stopRunning({ imports, store, dispatcher, clock }: CancelPorts, running: Import): Promise<boolean> {
  const { importId, prefix, attempt } = running;
  const at = clock.now().toISOString();
  // The flag comes first: what the record announces is then sure to happen.
  await store.create(cancelFlagKey(running), JSON.stringify({ at }));
  if ((await imports.requestCancel(running, at)) === 'lost') return false;
  log.info('import.cancel-requested', { importId, prefix, attempt });
  // One whose workflow is over without a word would never stop by itself.
  await dispatcher.dispatch(prefix);
  return true;
}
