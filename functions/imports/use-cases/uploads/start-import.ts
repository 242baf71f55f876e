import { type BeginPorts, beginImport } from '../lifecycle/begin-import.ts';
import { type Arrival, draftOfArrival } from './draft-of-arrival.ts';

/** Begins the import of an uploaded object. A repeated event for the same version changes nothing. */
export async function startImport(ports: BeginPorts, arrival: Arrival): Promise<void> {
  const draft = await draftOfArrival(ports, arrival);
  if (draft) await beginImport(ports, draft);
}
