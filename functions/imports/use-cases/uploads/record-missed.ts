import type { PublishedTableReader } from '../../../crm-tables/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { type NewImport, TRANSITIONS } from '../../domain/lifecycle/transitions.ts';
import type { Rejection } from '../../domain/plan.ts';
import type { ImportRepository } from '../../ports.ts';

export interface MissedPorts {
  readonly imports: Pick<ImportRepository, 'create'>;
  readonly tables: Pick<PublishedTableReader, 'readPublished'>;
  readonly clock: Clock;
}

export type MissedRun = Pick<Import, 'importId' | 'prefix' | 'fileName' | 'source'> &
  Required<Pick<Import, 'schedule'>>;

/** Records a `missed` import with the reason, so that a run without a file is visible. */
export async function recordMissed(ports: MissedPorts, run: MissedRun, rejection: Rejection): Promise<void> {
  const { importId, prefix, schedule } = run;
  const lookup = await ports.tables.readPublished(prefix);
  const accountPrefix = lookup.status === 'published' ? lookup.table.accountPrefix : undefined;
  const now = ports.clock.now().toISOString();
  const missed: NewImport = {
    ...run,
    ...(accountPrefix !== undefined && { accountPrefix }),
    status: TRANSITIONS.miss.to,
    attempt: 1,
    fence: 0,
    createdAt: now,
    endedAt: now,
    rejection,
  };
  if ((await ports.imports.create(missed)) === 'exists') return;
  log.warn('import.missed', { importId, prefix, scheduleId: schedule.scheduleId });
}
