import { DomainError } from '../../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import { log } from '../../../shared/observability/logger.ts';
import { allows, confirm } from '../../domain/lifecycle/transitions.ts';
import type { Dispatcher, ImportRepository } from '../../ports.ts';
import { findImport } from './find-import.ts';
import { importEntry } from './import-entry.ts';

export interface ConfirmPorts {
  readonly imports: ImportRepository;
  readonly dispatcher: Dispatcher;
}

/**
 * Queues an import that waits for the confirmation of its cost.
 * @throws DomainError `import.not-found`, `import.not-awaiting-confirmation`
 */
export async function confirmImport(
  { imports, dispatcher }: ConfirmPorts,
  importId: string,
  origin: RequestOrigin,
): Promise<void> {
  const found = await findImport(imports, importId);
  const { prefix, status } = found;
  const confirmed = allows(found, 'confirm') ? confirm(found) : undefined;
  if (!confirmed || (await imports.move(confirmed, importEntry(origin, 'confirm', confirmed))) === 'lost') {
    // An earlier call may have confirmed it and failed before it dispatched the queue.
    if (status === 'queued') await dispatcher.dispatch(prefix);
    const reason = `Import ${importId} does not wait for a confirmation. Check its status.`;
    throw new DomainError('conflict', 'import.not-awaiting-confirmation', reason);
  }
  log.info('import.confirmed', { importId, prefix });
  await dispatcher.dispatch(prefix);
}
