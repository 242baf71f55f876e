import { executionName } from '../../domain/import.ts';
import { type BrokenStatus, breakOff } from './break-off.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';

/** A workflow that ended without finishing its import. */
export interface EndedExecution {
  readonly name: string;
  readonly importId: string;
  readonly status: Exclude<BrokenStatus, 'ENDED'>;
  /** Name of the error, never its message: a message may quote a customer. */
  readonly error: string | undefined;
}

/** Fails the import (it can be resumed), drains its CRM table, and dispatches the table's queue. */
export async function endExecution(ports: DispatchPorts, ended: EndedExecution): Promise<void> {
  const found = await ports.imports.find(ended.importId);
  if (!found) return;
  // The end of an older attempt does not concern the running one.
  if (found.status === 'running' && executionName(found) === ended.name) {
    await breakOff(ports, found, ended.status, {
      code: `workflow.${ended.status.toLowerCase().replace('_', '-')}`,
      reason: `The workflow ended early (${ended.error ?? ended.status}). Resume the import: it continues where it stopped.`,
    });
  }
  await dispatchNext(ports, found.prefix);
}
