import type { StartEvent } from '../../domain/lifecycle/start-event.ts';
import { beginImport } from '../lifecycle/begin-import.ts';
import { dispatchNext } from '../lifecycle/dispatch-next.ts';
import { findImport } from '../lifecycle/find-import.ts';
import { type ResumePorts, resumeImport } from '../lifecycle/resume-import.ts';
import type { ScheduledPorts } from './scheduled-run.ts';
import { startImport } from './start-import.ts';
import { startScheduledImport } from './start-scheduled-import.ts';

/** Every start of an import: an uploaded file, a schedule, a resumed import, and a queue whose next import can run. */
export function handleStartEvent(ports: ScheduledPorts & ResumePorts, event: StartEvent): Promise<void> {
  switch (event.kind) {
    case 'resume':
      return resumeImport(ports, event.importId);
    case 'dispatch':
      return dispatchNext(ports, event.prefix);
    case 'begin':
      return beginRecorded(ports, event.importId);
    case 'schedule':
      return startScheduledImport(ports, event.firing);
    case 'upload':
      return startImport(ports, event.arrival);
  }
}

async function beginRecorded(ports: ScheduledPorts, importId: string): Promise<void> {
  await beginImport(ports, await findImport(ports.imports, importId));
}
