import type { AccountRepository } from '../../../accounts/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { needsConfirmation } from '../../domain/lifecycle/confirmation.ts';
import { supersededBy } from '../../domain/lifecycle/lease.ts';
import { allows, resume, SUPERSEDED, supersededReason } from '../../domain/lifecycle/transitions.ts';
import type { Dispatcher, ImportRepository } from '../../ports.ts';
import { findImport } from './find-import.ts';
import { importEntry } from './import-entry.ts';

export interface ResumePorts {
  readonly imports: ImportRepository;
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly store: Pick<ObjectStore, 'head'>;
  readonly dispatcher: Dispatcher;
}

/**
 * Queues a failed or cancelled import again. Its next attempt follows the plan of the first and reuses its results. An
 * import that was cancelled before its cost was confirmed waits for the confirmation again.
 * @param origin of the person who has requested it; an operator's event has none
 * @param over the newer import of the table that the caller agrees to overwrite in part
 * @throws DomainError `import.not-found`, `import.not-resumable`, `import.no-file`, `import.source-gone`,
 * `import.superseded`
 */
export async function resumeImport(
  ports: ResumePorts,
  importId: string,
  over?: string,
  origin?: RequestOrigin,
): Promise<void> {
  const found = await findImport(ports.imports, importId);
  if (!allows(found, 'resume')) {
    // An earlier call may have resumed it and failed before it dispatched the queue.
    if (found.status === 'queued') await ports.dispatcher.dispatch(found.prefix);
    throw notResumable(found);
  }
  await rejectWithoutSource(ports.store, found);
  const lease = await ports.imports.readLease(found.prefix);
  if (lease.closedBy !== undefined) throw beingDeleted(found);
  const newer = supersededBy(found, lease);
  if (newer !== undefined && newer !== over) {
    throw new DomainError('conflict', SUPERSEDED, supersededReason(found, newer));
  }
  const resumed = resume(found, (await waitsAgain(ports, found)) ? 'resume-and-hold' : 'resume', newer);
  const entry = origin && importEntry(origin, 'resume', resumed);
  if ((await ports.imports.move(resumed, entry)) === 'lost') {
    throw notResumable(await findImport(ports.imports, importId));
  }
  log.info('import.resumed', { importId, prefix: found.prefix, attempt: resumed.after.attempt, over: newer });
  await ports.dispatcher.dispatch(found.prefix);
}

function beingDeleted({ prefix }: Import): DomainError {
  return new DomainError('conflict', 'crm-table.being-deleted', `CRM table ${prefix} is being deleted.`);
}

function notResumable({ importId, status }: Import): DomainError {
  const reason = `Import ${importId} has the status ${status}; only a failed or cancelled import can be resumed.`;
  return new DomainError('conflict', 'import.not-resumable', reason);
}

/** A resumed import reads the same version of its source. */
async function rejectWithoutSource(store: ResumePorts['store'], { importId, source }: Import): Promise<void> {
  if (source.versionId === '') {
    const reason = `Import ${importId} was cancelled before its file had arrived. Start a new import.`;
    throw new DomainError('conflict', 'import.no-file', reason);
  }
  if (await store.head(source.key, source.versionId)) return;
  const reason = `The file of import ${importId}, ${source.key}, is no longer in the bucket. Upload it again: that starts a new import.`;
  throw new DomainError('conflict', 'import.source-gone', reason);
}

async function waitsAgain({ accounts }: ResumePorts, ended: Import): Promise<boolean> {
  if (ended.startedAt !== undefined || ended.accountPrefix === undefined) return false;
  const account = await accounts.read({ accountPrefix: ended.accountPrefix });
  return needsConfirmation(ended, account?.value.confirmImportsOverDollars);
}
