import type { Clock } from '../../../shared/domain/clock.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { cancelFlagKey } from '../../domain/import-keys.ts';
import { drainEnd } from '../../domain/lifecycle/drain.ts';
import type { Rejection } from '../../domain/plan.ts';
import type { ImportRepository } from '../../ports.ts';

export interface BreakOffPorts {
  readonly imports: Pick<ImportRepository, 'end'>;
  readonly store: Pick<ObjectStore, 'create'>;
  readonly clock: Clock;
  readonly writeStepTimeoutSeconds: number;
}

/** Why a workflow has ended: a status of Step Functions, or `ENDED` if its event was missed. */
export type BrokenStatus = 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'ENDED';

/**
 * Fails a running import whose workflow has ended. Its Lambda functions may still run: the cancel flag of its fence
 * stops them, and its lease drains until none of them can be alive. A later attempt has another fence and another flag.
 * Changes nothing if another call has ended the import.
 */
export async function breakOff(
  { imports, store, clock, writeStepTimeoutSeconds }: BreakOffPorts,
  running: Import,
  status: BrokenStatus,
  rejection: Rejection,
): Promise<void> {
  const { importId, prefix, attempt } = running;
  // The flag is written first: the drain counts from a time at which no further worker can begin to write.
  await store.create(cancelFlagKey(running), JSON.stringify({ at: clock.now().toISOString() }));
  const now = clock.now();
  const drainsUntil = drainEnd(now, writeStepTimeoutSeconds);
  const ended = await imports.end(running, { status: 'failed', endedAt: now.toISOString(), drainsUntil, rejection });
  if (ended === 'ended') log.error('import.failed', { importId, prefix, attempt, status });
}
