import { startImportContainer } from '../container.ts';
import { readObjectCreated, readResumption } from '../domain/start-event.ts';
import { resumeImport } from '../use-cases/resume-import.ts';
import { startImport } from '../use-cases/start-import.ts';

const services = startImportContainer();

/** Every start goes through here: an object that arrived, or an import to resume. */
export async function handler(event: unknown): Promise<void> {
  const resumption = readResumption(event);
  if (resumption) await resumeImport(services, resumption.resume);
  else await startImport(services, readObjectCreated(event));
}
