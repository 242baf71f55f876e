import { log } from '../../shared/observability/logger.ts';
import { executionName } from '../domain/import.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';

/** A workflow that ended without finishing its import. */
export interface EndedExecution {
  readonly name: string;
  readonly importId: string;
  readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  /** Name of the error, never its message: a message may quote a customer. */
  readonly error: string | undefined;
}

/** Marks the import failed (it can be resumed) and hands the CRM table to the next in its queue. */
export async function endExecution(ports: DispatchPorts, ended: EndedExecution): Promise<void> {
  const found = await ports.imports.find(ended.importId);
  if (!found) return;
  // An older attempt's end says nothing about the one that runs now.
  if (found.status === 'running' && executionName(found) === ended.name) {
    const code = `workflow.${ended.status.toLowerCase().replace('_', '-')}`;
    await ports.imports.end(found, {
      status: 'failed',
      endedAt: ports.clock.now().toISOString(),
      refusal: {
        code,
        reason: `The workflow ended early (${ended.error ?? ended.status}). Resume the import: it goes on where it stopped.`,
      },
    });
    log.error('import.failed', {
      importId: found.importId,
      prefix: found.prefix,
      attempt: found.attempt,
      status: ended.status,
    });
  }
  await dispatchNext(ports, found.prefix);
}
