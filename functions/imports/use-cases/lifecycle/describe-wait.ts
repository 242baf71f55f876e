import type { Clock } from '../../../shared/domain/clock.ts';
import type { Import } from '../../domain/import.ts';
import { isDraining, isHeld } from '../../domain/lifecycle/lease.ts';
import type { ImportRepository } from '../../ports.ts';

export const WAIT_REASONS = ['import-running', 'table-draining', 'starting'] as const;

/** Why a queued import does not run yet, and its place in its table's queue (1 is the next). */
export interface Wait {
  readonly position: number;
  readonly reason: (typeof WAIT_REASONS)[number];
  /** The import that runs on the table, or whose workers may still write. */
  readonly importId?: string;
  /** When the drain of the table ends. */
  readonly until?: string;
}

interface WaitPorts {
  readonly imports: Pick<ImportRepository, 'readLease' | 'queuePosition'>;
  readonly clock: Clock;
}

export async function describeWait({ imports, clock }: WaitPorts, queued: Import): Promise<Wait> {
  const [position, lease] = await Promise.all([imports.queuePosition(queued), imports.readLease(queued.prefix)]);
  if (isHeld(lease)) return { position, reason: 'import-running', importId: lease.importId };
  const isOpen = !isDraining(lease) || lease.importId === queued.importId;
  if (isOpen || lease.drainsUntil <= clock.now().toISOString()) return { position, reason: 'starting' };
  return { position, reason: 'table-draining', importId: lease.importId, until: lease.drainsUntil };
}
