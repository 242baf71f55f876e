import { log } from '../../shared/observability/logger.ts';
import type { Import } from '../domain/import.ts';
import { workFolder } from '../domain/import-keys.ts';
import { stuckSeconds } from '../domain/queue-health.ts';
import type { ObjectStore, WaitingTable } from '../ports.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';

export interface WatchPorts extends DispatchPorts {
  readonly store: ObjectStore;
}

/**
 * Looks at every CRM table in whose queue something waits: has its next import started, which mends what a crash left,
 * and tells when nothing moves all the same.
 * @throws AggregateError of what kept any table's import from starting, once all tables have been looked at
 */
export async function watchQueues(ports: WatchPorts): Promise<void> {
  const failures: unknown[] = [];
  for (const waiting of await ports.imports.waitingTables()) {
    try {
      await dispatchNext(ports, waiting.prefix);
    } catch (error) {
      failures.push(error);
    }
    await tellIfStuck(ports, waiting);
  }
  // One cause is shown in the log by its call frames; the others show at the next look.
  if (failures.length > 0) {
    throw new AggregateError(failures, 'Imports could not be started', { cause: failures[0] });
  }
}

async function tellIfStuck(ports: WatchPorts, { prefix, since }: WaitingTable): Promise<void> {
  // The index may show what the dispatcher has just taken out of the queue.
  if ((await ports.imports.nextInQueue(prefix)) === undefined) return;
  const { importId, lastEndedAt } = await ports.imports.readLease(prefix);
  const record = importId === undefined ? undefined : await ports.imports.find(importId);
  const now = ports.clock.now();
  const signs = { since, lastEndedAt, running: record && { record, lastObjectAt: undefined } };
  if (stuckSeconds(signs, now) === undefined) return;
  // Listing a stage's objects takes requests: only what looks stuck without them is looked at so closely.
  const running = record && { record, lastObjectAt: await lastObjectAt(ports.store, record) };
  const ageSeconds = stuckSeconds({ ...signs, running }, now);
  if (ageSeconds !== undefined) log.error('queue.stuck', { prefix, ageSeconds, ...(importId && { importId }) });
}

async function lastObjectAt(store: ObjectStore, { prefix, importId }: Import): Promise<string | undefined> {
  let newest: Date | undefined;
  for await (const { modifiedAt } of store.list(workFolder(prefix, importId))) {
    if (!newest || modifiedAt > newest) newest = modifiedAt;
  }
  return newest?.toISOString();
}
