import type { Clock } from '../../shared/domain/clock.ts';
import { UnreadableRecord } from '../../shared/domain/stored.ts';
import { log } from '../../shared/observability/logger.ts';
import { executionName, type Import } from '../domain/import.ts';
import type { ImportRepository, Lease, Workflow } from '../ports.ts';

export interface DispatchPorts {
  readonly imports: ImportRepository;
  readonly workflow: Workflow;
  readonly clock: Clock;
}

/**
 * Sees to it that the CRM table's next import runs, if none does. Whoever queues or ends an import calls it, as often as
 * they like: it also mends what a caller that died left behind (a lease without its workflow, a workflow that is over).
 */
export async function dispatchNext(ports: DispatchPorts, prefix: string): Promise<void> {
  const unreadable = new Set<string>();
  for (;;) {
    const lease = await ports.imports.readLease(prefix);
    if (lease.importId !== undefined) {
      if ((await settleHolder(ports, lease.importId, lease.fence)) === 'runs') return;
      continue;
    }
    const nextId = await ports.imports.nextInQueue(prefix, unreadable);
    if (nextId === undefined) return;
    const next = await readQueued(ports, prefix, nextId);
    if (next === 'unreadable') unreadable.add(nextId);
    else if (await claimAndStart(ports, next, lease)) return;
  }
}

/** An import that only a newer release can read stays queued until that release is back: others need not wait for it. */
async function readQueued(
  { imports }: DispatchPorts,
  prefix: string,
  importId: string,
): Promise<Import | 'unreadable'> {
  try {
    const found = await imports.find(importId);
    if (found) return found;
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    log.error('record.unreadable', { importId, prefix }, error);
    return 'unreadable';
  }
  throw new Error(`The queue of ${prefix} names import ${importId}, which is not recorded`);
}

/** @returns 'ended' when the lease is free again, or changed hands: look anew. */
async function settleHolder(ports: DispatchPorts, importId: string, fence: number): Promise<'runs' | 'ended'> {
  const holder = await ports.imports.find(importId);
  if (!holder) throw new Error(`Import ${importId} holds a lease and is not recorded`);
  // It has ended since the lease was read, and may wait for its next attempt: that one is not ours to start.
  if (holder.status !== 'running' || holder.fence !== fence) return 'ended';
  const status = await ports.workflow.status(executionName(holder));
  if (status === 'running') return 'runs';
  if (status === 'unknown') {
    await start(ports, holder);
    return 'runs';
  }
  await ports.imports.end(holder, {
    status: 'failed',
    endedAt: ports.clock.now().toISOString(),
    refusal: { code: 'workflow.ended', reason: 'The workflow ended before the import did. Resume the import.' },
  });
  const { prefix, attempt } = holder;
  log.error('import.failed', { importId, prefix, attempt, status: 'ENDED' });
  return 'ended';
}

async function claimAndStart(ports: DispatchPorts, next: Import, lease: Lease): Promise<boolean> {
  const startedAt = ports.clock.now().toISOString();
  if ((await ports.imports.claim(next, lease, startedAt)) === 'lost') return false;
  await start(ports, { ...next, fence: lease.fence + 1 });
  return true;
}

async function start({ workflow }: DispatchPorts, claimed: Import): Promise<void> {
  const { importId, prefix, fence, attempt } = claimed;
  await workflow.start(executionName(claimed), { importId, prefix, fence });
  log.info('import.started', { importId, prefix, attempt, fence });
}
