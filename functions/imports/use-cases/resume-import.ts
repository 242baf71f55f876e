import { DomainError } from '../../shared/domain/errors.ts';
import { log } from '../../shared/observability/logger.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';

/**
 * Puts a failed import back into its table's queue. Its next attempt follows the plan of the first and finds its results.
 * @throws DomainError `import.not-found`, `import.not-failed`
 */
export async function resumeImport(ports: DispatchPorts, importId: string): Promise<void> {
  const found = await ports.imports.find(importId);
  if (!found) throw new DomainError('not-found', 'import.not-found', `There is no import ${importId}.`);
  if (found.status !== 'failed' || (await ports.imports.requeue(found)) === 'lost') {
    throw new DomainError(
      'conflict',
      'import.not-failed',
      `Import ${importId} is ${found.status}; only a failed import can be resumed.`,
    );
  }
  log.info('import.resumed', { importId, prefix: found.prefix, attempt: found.attempt + 1 });
  await dispatchNext(ports, found.prefix);
}
