import type { Clock } from '../../shared/domain/clock.ts';
import { log } from '../../shared/observability/logger.ts';
import type { CustomerHistory, ValueRemoval } from '../ports.ts';

export interface RemovalPorts {
  readonly history: Pick<CustomerHistory, 'listRemovals' | 'removeValues'>;
  readonly clock: Clock;
}

/** Removals of one run; those that are complete are gone from the list of the next one. */
const REMOVALS_PER_RUN = 1_000;

/** A removal that fails stays in the list, and does not hold up the others. */
async function removeOrLog({ history }: RemovalPorts, removal: ValueRemoval, isTime: () => boolean): Promise<void> {
  try {
    await history.removeValues(removal, isTime);
  } catch (error) {
    log.warn('history.values-not-removed', { prefix: removal.prefix }, error);
  }
}

/**
 * Completes the deletions whose histories still have values. Each run goes on where the one before has stopped.
 * @param runMs how long a run takes at most
 */
export async function completeRemovals(ports: RemovalPorts, runMs: number): Promise<void> {
  const end = ports.clock.now().getTime() + runMs;
  const isTime = () => ports.clock.now().getTime() < end;
  for (const removal of await ports.history.listRemovals(REMOVALS_PER_RUN)) {
    if (!isTime()) return;
    await removeOrLog(ports, removal, isTime);
  }
}
