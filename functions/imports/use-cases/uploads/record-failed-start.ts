import { log } from '../../../shared/observability/logger.ts';
import type { Import } from '../../domain/import.ts';
import { scheduledImportId } from '../../domain/import-id.ts';
import { inboxFolder } from '../../domain/import-keys.ts';
import { type FailedStart, type StartFailure, startRejection } from '../../domain/lifecycle/failed-start.ts';
import { type Firing, readStartEvent } from '../../domain/lifecycle/start-event.ts';
import { failStart, isReceived } from '../../domain/lifecycle/transitions.ts';
import type { ImportRepository } from '../../ports.ts';
import { type ArrivalPorts, recordArrival } from '../lifecycle/record-arrival.ts';
import { type DraftPorts, draftOfArrival } from './draft-of-arrival.ts';
import { receivedOfRun } from './received-of-run.ts';
import { type MissedPorts, recordMissed } from './record-missed.ts';
import { fileNameOf } from './scheduled-run.ts';

export type FailedStartPorts = DraftPorts &
  ArrivalPorts &
  MissedPorts & {
    readonly imports: Pick<ImportRepository, 'move' | 'list'>;
    readonly bucket: string;
  };

const RESUME = 'Resume the import: its next attempt reads the file with more memory and more time.';
const NEXT_RUN = 'Import the file manually, or wait for the next run of the schedule.';

/**
 * Records why start-import did not begin an import, after Lambda's last attempt: the import becomes `failed`, or the
 * run of a schedule `missed`. An import that was inspected stays unchanged. A queue needs no record: watch-queues
 * checks it.
 * @throws ZodError for an unknown event
 */
export async function recordFailedStart(ports: FailedStartPorts, { event, failure }: FailedStart): Promise<void> {
  const start = readStartEvent(event);
  if (start.kind === 'dispatch' || start.kind === 'resume') return;
  if (start.kind === 'begin') return recordFailedBeginning(ports, start.importId, failure);
  if (start.kind === 'schedule') return recordFailedRun(ports, start.firing, failure);
  const draft = await draftOfArrival(ports, start.arrival);
  if (!draft) return;
  const recorded = await recordArrival(ports, draft);
  await failReceived(ports, recorded, failure, draft.source);
}

async function recordFailedBeginning(ports: FailedStartPorts, importId: string, failure: StartFailure): Promise<void> {
  const recorded = await ports.imports.find(importId);
  if (recorded) await failReceived(ports, recorded, failure, recorded.source);
}

/** A run that found files has imports; a run that found none is recorded like a run without a file. */
async function recordFailedRun(ports: FailedStartPorts, firing: Firing, failure: StartFailure): Promise<void> {
  const { schedule, scheduledAt } = firing;
  const { scheduleId, prefix, source } = schedule;
  const importId = scheduledImportId(scheduleId, scheduledAt);
  const known = await ports.imports.find(importId);
  const received = known ? [known] : await receivedOfRun(ports.imports, firing);
  for (const each of received) await failReceived(ports, each, failure, each.source);
  if (received.length > 0) return;
  const key = source.kind === 'key' ? source.key : inboxFolder(prefix);
  const run = {
    importId,
    prefix,
    fileName: fileNameOf(key),
    source: { bucket: ports.bucket, key, versionId: '' },
    schedule: { scheduleId, scheduledAt },
  };
  await recordMissed(ports, run, startRejection(failure, NEXT_RUN));
}

/** @param source the arrived file: an import that awaited it does not name its version yet */
async function failReceived(
  { imports, clock }: FailedStartPorts,
  recorded: Import,
  failure: StartFailure,
  source: Import['source'],
): Promise<void> {
  if (!isReceived(recorded)) return;
  const rejection = startRejection(failure, RESUME);
  const failed = failStart(recorded, source, rejection, clock.now().toISOString());
  if ((await imports.move(failed)) === 'lost') return;
  // The prefix is left out: it need not name a CRM table, and may be a person's name.
  log.error('import.failed', { importId: recorded.importId, attempt: recorded.attempt, status: rejection.code });
}
