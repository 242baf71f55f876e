import { inboxImportId, scheduledImportId } from '../../domain/import-id.ts';
import { inboxFolder } from '../../domain/import-keys.ts';
import type { Firing } from '../../domain/lifecycle/start-event.ts';
import { newFiles } from '../../domain/uploads/inbox-files.ts';
import { beginImport } from '../lifecycle/begin-import.ts';
import { readInbox } from './read-inbox.ts';
import { receivedOfRun } from './received-of-run.ts';
import { recordMissed } from './record-missed.ts';
import { fileNameOf, requestOf, type ScheduledPorts } from './scheduled-run.ts';

/**
 * The next run takes the remaining files. Starting an import takes some tenths of a second; the function has a minute
 * and two more attempts.
 */
export const MOST_FILES_A_RUN = 100;

/**
 * Begins one import for each file in the inbox whose current version this schedule has not imported, oldest first. The
 * schedule and the file determine the import's id, and its record and the note that the file is imported are one write:
 * a run that was interrupted or is repeated continues with the remaining files.
 */
export async function importAllNew(ports: ScheduledPorts, firing: Firing): Promise<void> {
  const { schedule, scheduledAt } = firing;
  const { scheduleId, prefix } = schedule;
  const folder = inboxFolder(prefix);
  const missedId = scheduledImportId(scheduleId, scheduledAt);
  if (await ports.imports.find(missedId)) return;
  const files = await readInbox(ports, folder);
  const found = newFiles(files, await ports.runs.importedFiles(scheduleId));
  const missed = (code: string, reason: string) => {
    const source = { bucket: ports.bucket, key: folder, versionId: '' };
    const run = { importId: missedId, prefix, fileName: '', source, schedule: { scheduleId, scheduledAt } };
    return recordMissed(ports, run, { code, reason });
  };
  if (!(await ports.runs.isKnown(prefix, scheduleId))) {
    return missed('schedule.deleted', 'The schedule was deleted before its run.');
  }
  const isRepeated = await ports.runs.hasRun(scheduleId, scheduledAt);
  // An earlier delivery of the same firing may have begun all of them.
  if (found.length === 0 && !isRepeated) {
    if (files.length === 0) return missed('schedule.nothing-there', `There is no file in ${folder}.`);
    return missed('schedule.nothing-new', `The schedule has already imported every file in ${folder}.`);
  }
  const remaining = Math.max(0, found.length - MOST_FILES_A_RUN);
  for (const { modifiedAt, ...source } of found.slice(0, MOST_FILES_A_RUN)) {
    await beginImport(ports, {
      importId: inboxImportId(scheduleId, source, modifiedAt),
      prefix,
      fileName: fileNameOf(source.key),
      source,
      schedule: { scheduleId, scheduledAt, ...(remaining > 0 && { remaining }) },
      ...requestOf(firing),
    });
  }
  if (!isRepeated) return;
  // The new files come first: a file that cannot be inspected must not prevent the import of others.
  for (const received of await receivedOfRun(ports.imports, firing)) await beginImport(ports, received);
}
