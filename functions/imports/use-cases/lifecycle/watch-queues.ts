import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { workFolder } from '../../domain/import-keys.ts';
import { isHeld } from '../../domain/lifecycle/lease.ts';
import { stuckSeconds } from '../../domain/lifecycle/queue-health.ts';
import type { HeldTable, WaitingTable } from '../../ports.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';

export interface WatchPorts extends DispatchPorts {
  readonly store: ObjectStore;
}

/**
 * One table takes some 20 ms: so many fit into the function's minute. Further leases are checked when older ones have
 * ended.
 */
const MOST_HELD_TABLES = 1_000;

/**
 * Checks every CRM table with a queue or a lease: starts its next import, which repairs what a crash left, ends imports
 * whose workflow has ended, frees drained leases, and reports a table without progress.
 * @throws AggregateError with every failure, after all tables have been checked
 */
export async function watchQueues(ports: WatchPorts): Promise<void> {
  const failures: unknown[] = [];
  for (const watched of await watchedTables(ports)) {
    try {
      await dispatchNext(ports, watched.prefix);
    } catch (error) {
      failures.push(error);
    }
    await reportIfStuck(ports, watched);
  }
  // The log has the call frames of one cause; the others are logged by a later check.
  if (failures.length > 0) {
    throw new AggregateError(failures, 'Imports could not be started', { cause: failures[0] });
  }
}

/** A table, with the time since which an import waits in its queue or, with an empty queue, holds its lease. */
type WatchedTable = WaitingTable | HeldTable;

async function watchedTables({ imports }: WatchPorts): Promise<Iterable<WatchedTable>> {
  const tables = new Map<string, WatchedTable>();
  for (const waiting of await imports.waitingTables()) tables.set(waiting.prefix, waiting);
  let held = 0;
  for await (const table of imports.heldTables()) {
    if (!tables.has(table.prefix)) tables.set(table.prefix, table);
    held += 1;
    if (held === MOST_HELD_TABLES) break;
  }
  return tables.values();
}

async function reportIfStuck(ports: WatchPorts, { prefix, since }: WatchedTable): Promise<void> {
  const lease = await ports.imports.readLease(prefix);
  const importId = isHeld(lease) ? lease.importId : undefined;
  // The indexes are eventually consistent: they may show an import that the dispatcher has just removed.
  if (importId === undefined && (await ports.imports.nextInQueue(prefix)) === undefined) return;
  const record = importId === undefined ? undefined : await ports.imports.find(importId);
  const now = ports.clock.now();
  const signs = { since, lastEndedAt: lease.lastEndedAt, running: record && { record, lastObjectAt: undefined } };
  if (stuckSeconds(signs, now) === undefined) return;
  // Listing a stage's objects costs requests: only tables that seem stuck without it are checked so closely.
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
