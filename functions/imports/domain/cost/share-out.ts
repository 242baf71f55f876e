import type { Foreseen } from '../../../customers/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';

/** How a file's records divide, and what one of each takes. */
export interface Shares {
  readonly inserts: number;
  readonly updates: number;
  readonly unchanged: number;
  /** Mean write units; 0 where there is none. */
  readonly insertUnits: number;
  readonly updateUnits: number;
  /** Mean size of a customer that the file leaves. */
  readonly itemBytes: number;
}

/**
 * Takes the whole file to divide as the records that were looked at.
 * @param rows of the file.
 * @param looked how many records of it were looked at, those among them that cannot be read.
 */
export function shareOut(
  rows: number,
  looked: number,
  foreseen: readonly Foreseen[],
  mode: ImportOptions['mode'],
): Shares {
  const of = (kind: Foreseen['kind']) => foreseen.filter((each) => each.kind === kind);
  const [inserts, updates, unchanged] = [of('insert'), of('update'), of('unchanged')];
  const scaled = (count: number) => (looked === 0 ? 0 : Math.round((rows * count) / looked));
  const isIgnored = mode === 'insert-only';
  return {
    inserts: mode === 'update-only' ? 0 : scaled(inserts.length),
    updates: isIgnored ? 0 : scaled(updates.length),
    unchanged: scaled(unchanged.length + (isIgnored ? updates.length : 0)),
    insertUnits: mean(inserts, ({ writeUnits }) => writeUnits),
    updateUnits: mean(updates, ({ writeUnits }) => writeUnits),
    itemBytes: mean([...inserts, ...updates, ...unchanged], ({ itemBytes }) => itemBytes),
  };
}

function mean(items: readonly Foreseen[], of: (item: Foreseen) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
