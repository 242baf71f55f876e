import { type BeginPorts, beginImport } from '../lifecycle/begin-import.ts';
import { type Arrival, draftOfArrival } from './draft-of-arrival.ts';

/** Begins the import of an uploaded object. Announcing the same version of an object again makes nothing new. */
export async function startImport(ports: BeginPorts, arrival: Arrival): Promise<void> {
  const draft = await draftOfArrival(ports, arrival);
  if (draft) await beginImport(ports, draft);
}
