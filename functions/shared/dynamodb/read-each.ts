import { UnreadableRecord } from '../domain/stored.ts';
import { log } from '../observability/logger.ts';
import type { Item } from './attributes.ts';

/**
 * Reads the items of a list. An item that this release cannot read is left out and logged: after a roll-back it must
 * not hide all the others.
 */
export function readEach<T>(items: readonly Item[], read: (item: Item) => T): T[] {
  return items.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      log.error('record.unreadable', { partition: item.PK?.S ?? '', sortKey: item.SK?.S ?? '' }, error);
      return [];
    }
  });
}
