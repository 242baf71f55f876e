import type { WriteEstimate } from '../../../customers/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';

/** The numbers of each kind of record in a file, and the units of one record of each kind. */
export interface Shares {
  readonly inserts: number;
  readonly updates: number;
  readonly unchanged: number;
  /** Mean write units; 0 without records of the kind. */
  readonly insertUnits: number;
  readonly updateUnits: number;
  /** Mean new searchable values of an insert and of an update. */
  readonly insertEntries: number;
  readonly updateEntries: number;
  /** Mean size of a customer's item after the import, in bytes. */
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
    insertEntries: mean(inserts, ({ newEntries }) => newEntries),
    updateEntries: mean(updates, ({ newEntries }) => newEntries),
    itemBytes: mean([...inserts, ...updates, ...unchanged], ({ itemBytes }) => itemBytes),
  };
}

function mean(items: readonly WriteEstimate[], of: (item: WriteEstimate) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
