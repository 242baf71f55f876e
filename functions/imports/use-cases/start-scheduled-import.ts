import { log } from '../../shared/observability/logger.ts';
import type { Import } from '../domain/import.ts';
import { type SourceVersion, scheduledImportId } from '../domain/import-id.ts';
import type { Refusal } from '../domain/plan.ts';
import type { Firing } from '../domain/start-event.ts';
import type { ScheduleRuns } from '../ports.ts';
import { type BeginPorts, beginImport } from './begin-import.ts';
import { findNewest } from './find-newest.ts';

export type ScheduledPorts = BeginPorts & {
  readonly runs: ScheduleRuns;
  /** Name of the bucket that `store` reads. */
  readonly bucket: string;
};

/** What a schedule found: a file, or why there is nothing to import. Without a file `source` says where it looked. */
interface Found {
  readonly source: SourceVersion;
  readonly missed?: Refusal;
}

/**
 * Begins the import of a schedule whose time has come. The same firing again makes nothing new. Where there is nothing to
 * import, it leaves a `missed` import that says why: a run of a schedule never goes unseen.
 */
export async function startScheduledImport(ports: ScheduledPorts, firing: Firing): Promise<void> {
  const { scheduleId, prefix, definition, options } = firing.schedule;
  const { scheduledAt } = firing;
  const importId = scheduledImportId(scheduleId, scheduledAt);
  const known = await ports.imports.find(importId);
  if (known?.status === 'missed') return;
  const { source, missed }: Found = known ?? (await find(ports, firing));
  const schedule = { scheduleId, scheduledAt };
  const draft = { importId, prefix, fileName: fileNameOf(source.key), source, schedule };
  if (missed) return leaveMissed(ports, draft, missed);
  const isAsked = definition !== undefined || options !== undefined;
  const requested = { ...(definition !== undefined && { definition }), options: options ?? {} };
  await beginImport(ports, { ...draft, ...(isAsked && { requested }) });
}

const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

async function find(ports: ScheduledPorts, { schedule }: Firing): Promise<Found> {
  const { scheduleId, prefix, source } = schedule;
  const folder = `inbox/${prefix}/`;
  const nothing = (code: string, reason: string, key = folder): Found => ({
    source: { bucket: ports.bucket, key, versionId: '' },
    missed: { code, reason },
  });
  if (!(await ports.runs.isKnown(prefix, scheduleId))) {
    return nothing('schedule.deleted', 'The schedule was deleted before its time came.');
  }
  const key = source.kind === 'key' ? source.key : await findNewest(ports.store, folder);
  if (key === undefined) return nothing('schedule.nothing-there', `There is no file under ${folder}.`);
  const head = await ports.store.head(key);
  if (!head) return nothing('schedule.file-missing', `There is no file ${key}.`, key);
  const version = { bucket: ports.bucket, key, versionId: head.versionId ?? '' };
  if (source.kind === 'key' || !(await ports.runs.hasImported(scheduleId, version))) return { source: version };
  const reason = `Nothing new has arrived under ${folder}: the schedule has imported the newest file already.`;
  return nothing('schedule.nothing-new', reason, key);
}

type Draft = Pick<Import, 'importId' | 'prefix' | 'fileName' | 'source'> & Required<Pick<Import, 'schedule'>>;

async function leaveMissed(ports: ScheduledPorts, draft: Draft, refusal: Refusal): Promise<void> {
  const { importId, prefix, schedule } = draft;
  const lookup = await ports.tables.readPublished(prefix);
  const accountPrefix = lookup.status === 'published' ? lookup.table.accountPrefix : undefined;
  const now = ports.clock.now().toISOString();
  const missed: Import = {
    ...draft,
    ...(accountPrefix !== undefined && { accountPrefix }),
    status: 'missed',
    attempt: 1,
    fence: 0,
    createdAt: now,
    endedAt: now,
    refusal,
  };
  if ((await ports.imports.create(missed)) === 'exists') return;
  log.warn('import.missed', { importId, prefix, scheduleId: schedule.scheduleId });
}
