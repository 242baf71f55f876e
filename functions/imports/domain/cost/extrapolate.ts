import type { WriteEstimate } from '../../../customers/index.ts';
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
 * Estimates the whole file from the sampled records.
 * @param rows of the file.
 * @param sampledCount how many of its records were sampled, unreadable ones included.
 */
export function extrapolate(
  rows: number,
  sampledCount: number,
  estimates: readonly WriteEstimate[],
  mode: ImportOptions['mode'],
): Shares {
  const of = (kind: WriteEstimate['kind']) => estimates.filter((each) => each.kind === kind);
  const [inserts, updates, unchanged] = [of('insert'), of('update'), of('unchanged')];
  const scaled = (count: number) => (sampledCount === 0 ? 0 : Math.round((rows * count) / sampledCount));
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

function mean(items: readonly WriteEstimate[], of: (item: WriteEstimate) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
