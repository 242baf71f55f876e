import { startImportContainer } from '../container.ts';
import { readDispatch, readFiring, readObjectCreated, readResumption } from '../domain/lifecycle/start-event.ts';
import { dispatchNext } from '../use-cases/lifecycle/dispatch-next.ts';
import { resumeImport } from '../use-cases/lifecycle/resume-import.ts';
import { startImport } from '../use-cases/uploads/start-import.ts';
import { startScheduledImport } from '../use-cases/uploads/start-scheduled-import.ts';
import { defineEvent } from './define-event.ts';

const services = startImportContainer();

/** Every start goes through here: an object that arrived, an import to resume, a queue that has something to run, a schedule. */
export const handler = defineEvent('start-import', async (event) => {
  const resumption = readResumption(event);
  if (resumption) return resumeImport(services, resumption.resume);
  const queue = readDispatch(event);
  if (queue) return dispatchNext(services, queue.dispatch);
  const firing = readFiring(event);
  if (firing) return startScheduledImport(services, firing);
  return startImport(services, readObjectCreated(event));
});
