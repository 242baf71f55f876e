import { hashOf, type SourceVersion, scheduledImportId } from '../../domain/import-id.ts';
import { inboxFolder } from '../../domain/import-keys.ts';
import type { Firing } from '../../domain/lifecycle/start-event.ts';
import type { Rejection } from '../../domain/plan.ts';
import { newestFile, newFiles } from '../../domain/uploads/inbox-files.ts';
import { beginImport } from '../lifecycle/begin-import.ts';
import { importAllNew } from './import-all-new.ts';
import { readInbox } from './read-inbox.ts';
import { recordMissed } from './record-missed.ts';
import { fileNameOf, requestOf, type ScheduledPorts } from './scheduled-run.ts';

/**
 * The file of a scheduled run, or the reason why there is none. Without a file `source` is the place that was searched.
 */
interface Found {
  readonly source: SourceVersion;
  readonly missed?: Rejection;
  /** The number of other files that the schedule has never imported. */
  readonly passedOver?: number;
}

/**
 * Begins the import of a scheduled run. A repeated firing changes nothing. Without a file it records a `missed` import
 * with the reason, so that every run is visible.
 */
export async function startScheduledImport(ports: ScheduledPorts, firing: Firing): Promise<void> {
  if (firing.schedule.source.kind === 'all-new') return importAllNew(ports, firing);
  const { scheduleId, prefix } = firing.schedule;
  const { scheduledAt } = firing;
  const importId = scheduledImportId(scheduleId, scheduledAt);
  const known = await ports.imports.find(importId);
  if (known?.status === 'missed') return;
  const { source, missed, passedOver = 0 }: Found = known ?? (await find(ports, firing));
  const schedule = { scheduleId, scheduledAt, ...(passedOver > 0 && { passedOver }) };
  const draft = { importId, prefix, fileName: fileNameOf(source.key), source, schedule };
  if (missed) return recordMissed(ports, draft, missed);
  await beginImport(ports, { ...draft, ...requestOf(firing) });
}

async function find(ports: ScheduledPorts, { schedule }: Firing): Promise<Found> {
  const { scheduleId, prefix, source } = schedule;
  const folder = inboxFolder(prefix);
  const nothing = (code: string, reason: string, key = folder): Found => ({
    source: { bucket: ports.bucket, key, versionId: '' },
    missed: { code, reason },
  });
  if (!(await ports.runs.isKnown(prefix, scheduleId))) {
    return nothing('schedule.deleted', 'The schedule was deleted before its run.');
  }
  if (source.kind === 'key') {
    if (!source.key.startsWith(folder)) {
      const reason = `A schedule of CRM table ${prefix} imports only files in ${folder}. Move the file there, and correct the schedule.`;
      return nothing('schedule.key-elsewhere', reason, source.key);
    }
    const head = await ports.store.head(source.key);
    if (!head) return nothing('schedule.file-missing', `The file ${source.key} does not exist.`, source.key);
    return { source: { bucket: ports.bucket, key: source.key, versionId: head.versionId ?? '' } };
  }
  const files = await readInbox(ports, folder);
  const newest = newestFile(files);
  if (!newest) return nothing('schedule.nothing-there', `There is no file in ${folder}.`);
  const imported = await ports.runs.importedFiles(scheduleId);
  const others = newFiles(files, imported).filter((file) => file !== newest);
  if (imported.has(hashOf(newest))) {
    const reason = `No new file has arrived in ${folder}: the schedule has already imported the newest one.`;
    return { ...nothing('schedule.nothing-new', reason, newest.key), passedOver: others.length };
  }
  const { bucket, key, versionId } = newest;
  return { source: { bucket, key, versionId }, passedOver: others.length };
}
