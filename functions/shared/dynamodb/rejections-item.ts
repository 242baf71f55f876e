import type { ControlKey } from './control-key.ts';
import { KIT_PARTITIONS } from './partitions.ts';

/**
 * Counts the requests of a person that one route rejects in five minutes. It is no part of the audit entry, because no
 * function may update an entry.
 */
export function rejectionsKey(person: string, route: string, window: string): ControlKey {
  return { PK: `${KIT_PARTITIONS.rejections}${person}`, SK: `${window}#${route}` };
}
