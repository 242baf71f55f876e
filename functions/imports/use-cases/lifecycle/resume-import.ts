import type { AccountRepository } from '../../../accounts/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { needsConfirmation } from '../../domain/lifecycle/confirmation.ts';
import { supersededBy } from '../../domain/lifecycle/lease.ts';
import { allows, resume, SUPERSEDED, supersededReason } from '../../domain/lifecycle/transitions.ts';
import type { Dispatcher, ImportRepository, ObjectStore } from '../../ports.ts';
import { findImport } from './find-import.ts';

export interface ResumePorts {
  readonly imports: ImportRepository;
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly store: Pick<ObjectStore, 'head'>;
  readonly dispatcher: Dispatcher;
}

/**
 * Puts a failed or cancelled import back into its table's queue. Its next attempt follows the plan of the first and finds
 * its results. One that was cancelled before anybody confirmed what it costs waits for that again.
 * @param over the newer import of the table that the caller agrees to write over in part
 * @throws DomainError `import.not-found`, `import.not-resumable`, `import.no-file`, `import.source-gone`,
 *   `import.superseded`
 */
export async function resumeImport(ports: ResumePorts, importId: string, over?: string): Promise<void> {
  const found = await findImport(ports.imports, importId);
  if (!allows(found, 'resume')) {
    // It may have been resumed by a call that died before the queue moved.
    if (found.status === 'queued') await ports.dispatcher.dispatch(found.prefix);
    throw notResumable(found);
  }
  await rejectWithoutSource(ports.store, found);
  const newer = supersededBy(found, await ports.imports.readLease(found.prefix));
  if (newer !== undefined && newer !== over) {
    throw new DomainError('conflict', SUPERSEDED, supersededReason(found, newer));
  }
  const resumed = resume(found, (await waitsAgain(ports, found)) ? 'resume-and-hold' : 'resume', newer);
  if ((await ports.imports.move(resumed)) === 'lost') {
    throw notResumable(await findImport(ports.imports, importId));
  }
  log.info('import.resumed', { importId, prefix: found.prefix, attempt: resumed.after.attempt, over: newer });
  await ports.dispatcher.dispatch(found.prefix);
}

function notResumable({ importId, status }: Import): DomainError {
  const reason = `Import ${importId} is ${status}; only a failed or cancelled import can be resumed.`;
  return new DomainError('conflict', 'import.not-resumable', reason);
}

/** An import reads the very version that it was started with. */
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
