import { UnreadableRecord } from '../../../shared/domain/stored.ts';
import type { Workflow } from '../../../shared/domain/workflow.ts';
import { log } from '../../../shared/observability/logger.ts';
import { executionName, type Import } from '../../domain/import.ts';
import { isDraining, isHeld, type Lease, supersededBy } from '../../domain/lifecycle/lease.ts';
import { endSuperseded } from '../../domain/lifecycle/transitions.ts';
import type { ImportRepository } from '../../ports.ts';
import { type BreakOffPorts, breakOff } from './break-off.ts';

export interface DispatchPorts extends BreakOffPorts {
  readonly imports: ImportRepository;
  readonly workflow: Workflow;
}

/** Every round but the last has lost a race or repaired something: more rounds mean a defect. */
const MOST_ROUNDS = 50;

/**
 * Starts the next import of a CRM table if none runs. Called whenever an import is queued or has ended, any number of
 * times: it also repairs what a failed call left (a lease without its workflow, an ended workflow, an ended drain).
 * While the lease drains, only the import that it drains from may run; `watch-queues` calls again.
 */
export async function dispatchNext(ports: DispatchPorts, tablePrefix: string): Promise<void> {
  const unreadable = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS + unreadable.size; round += 1) {
    const lease = await ports.imports.readLease(tablePrefix);
    if (lease.closedBy !== undefined) return;
    if (isHeld(lease)) {
      if ((await checkHolder(ports, lease.importId, lease.fence)) === 'runs') return;
      continue;
    }
    const nextId = await ports.imports.nextInQueue(tablePrefix, unreadable);
    if (isDraining(lease) && lease.importId !== nextId) {
      const now = ports.clock.now().toISOString();
      if (now < lease.drainsUntil) return;
      await ports.imports.freeDrained(tablePrefix, lease, now);
      continue;
    }
    if (nextId === undefined) return;
    const next = await readQueued(ports, tablePrefix, nextId);
    if (next === 'unreadable') unreadable.add(nextId);
    else if (await startNext(ports, next, lease)) return;
  }
  throw new Error(`The lease of ${tablePrefix} and its import or queue do not fit together`);
}

/**
 * An import that only a newer release can read stays queued until that release is deployed: the others do not wait for
 * it.
 */
async function readQueued(
  { imports }: DispatchPorts,
  tablePrefix: string,
  importId: string,
): Promise<Import | 'unreadable'> {
  try {
    const found = await imports.find(importId);
    if (found) return found;
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    log.error('record.unreadable', { importId, prefix: tablePrefix }, error);
    return 'unreadable';
  }
  throw new Error(`The queue of ${tablePrefix} names import ${importId}, which is not recorded`);
}

/** @returns 'ended' when the lease is free or held by another import: read it again */
async function checkHolder(ports: DispatchPorts, importId: string, fence: number): Promise<'runs' | 'ended'> {
  const holder = await ports.imports.find(importId);
  if (!holder) throw new Error(`Import ${importId} holds a lease and is not recorded`);
  // It has ended since the lease was read, and may wait for its next attempt, which this call must not start.
  if (holder.status !== 'running' || holder.fence !== fence) return 'ended';
  const status = await ports.workflow.status(executionName(holder));
  if (status === 'running') return 'runs';
  if (status === 'unknown') {
    await start(ports, holder);
    return 'runs';
  }
  const reason = 'The workflow ended before the import did. Resume the import.';
  await breakOff(ports, holder, 'ENDED', { code: 'workflow.ended', reason });
  return 'ended';
}

/** @returns false when the queue or the lease has changed: read them again */
async function startNext(ports: DispatchPorts, next: Import, lease: Lease): Promise<boolean> {
  const newer = supersededBy(next, lease);
  // Another import ran between the resumption and this turn: to go on would mix two files.
  if (newer !== undefined && newer !== next.resumedOver) {
    await rejectSuperseded(ports, next, newer);
    return false;
  }
  const startedAt = ports.clock.now().toISOString();
  if ((await ports.imports.claim(next, lease, startedAt)) === 'lost') return false;
  await start(ports, { ...next, fence: lease.fence + 1 });
  return true;
}

async function rejectSuperseded({ imports, clock }: DispatchPorts, next: Import, newer: string): Promise<void> {
  if ((await imports.move(endSuperseded(next, newer, clock.now().toISOString()))) === 'lost') return;
  const { importId, prefix, attempt } = next;
  log.error('import.failed', { importId, prefix, attempt, status: 'SUPERSEDED' });
}

async function start({ workflow }: DispatchPorts, claimed: Import): Promise<void> {
  const { importId, prefix, fence, attempt } = claimed;
  await workflow.start(executionName(claimed), { importId, prefix, fence });
  log.info('import.started', { importId, prefix, attempt, fence });
}
