import { startImportContainer } from '../container.ts';
import { defineEvent } from '../define-event.ts';
import { readObjectCreated, readResumption } from '../domain/start-event.ts';
import { resumeImport } from '../use-cases/resume-import.ts';
import { startImport } from '../use-cases/start-import.ts';

const services = startImportContainer();

/** Every start goes through here: an object that arrived, or an import to resume. */
export const handler = defineEvent('start-import', async (event) => {
  const resumption = readResumption(event);
  if (resumption) await resumeImport(services, resumption.resume);
  else await startImport(services, readObjectCreated(event));
});
