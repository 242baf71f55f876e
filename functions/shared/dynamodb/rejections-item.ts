import type { ControlKey } from './control-key.ts';
import { KIT_PARTITIONS } from './partitions.ts';

/**
 * Counts the requests of a person that one route rejects in five minutes. It is no part of the audit entry, because no
 * function may update an entry.
 */
export function rejectionsKey(person: string, route: string, window: string): ControlKey {
  return { PK: `${KIT_PARTITIONS.rejections}${person}`, SK: `${window}#${route}` };
}

/** Exists once the audit says that a person sees the console as a user in this hour. */
export function viewKey(person: string, userId: string, window: string): ControlKey {
  return rejectionsKey(person, `view-as ${userId}`, window);
}
