import type { ImportOptions } from '../../../definitions/index.ts';

/**
 * A Customer ID whose records lie on both sides of a chunk's edge; ordinals are those of its readable records in the
 * whole file.
 */
export interface SpanningId {
  readonly id: string;
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
}

export interface Identified {
  readonly customerId: string;
  readonly ordinal: number;
}

export type DuplicateVerdict = 'taken' | 'failed' | 'ignored';

/**
 * Decides for each record of a sorted chunk whether it counts for its Customer ID: the first in the source does, or the
 * last if the options say so. Records of one ID are neighbours; `spanning` describes those in other chunks.
 */
export function* resolveDuplicates<R extends Identified>(
  records: Iterable<R>,
  duplicates: ImportOptions['duplicates'],
  spanning: readonly SpanningId[],
): Generator<readonly [R, DuplicateVerdict]> {
  let group: R[] = [];
  for (const record of records) {
    if (group[0] !== undefined && group[0].customerId !== record.customerId) {
      yield* resolveGroup(group, duplicates, spanning);
      group = [];
    }
    group.push(record);
  }
  yield* resolveGroup(group, duplicates, spanning);
}

function* resolveGroup<R extends Identified>(
  group: readonly R[],
  duplicates: ImportOptions['duplicates'],
  spanning: readonly SpanningId[],
): Generator<readonly [R, DuplicateVerdict]> {
  const winner = winningOrdinal(group, duplicates === 'last' ? 'last' : 'first', spanning);
  const others = duplicates === 'reject' ? 'failed' : 'ignored';
  for (const record of group) yield [record, record.ordinal === winner ? 'taken' : others];
}

function winningOrdinal(
  group: readonly Identified[],
  which: 'first' | 'last',
  spanning: readonly SpanningId[],
): number {
  const beyond = spanning.find(({ id }) => id === group[0]?.customerId);
  if (beyond) return which === 'first' ? beyond.firstOrdinal : beyond.lastOrdinal;
  // A plain loop: a file of one repeated ID makes groups that are too long to spread into Math.min.
  return group.reduce(
    (best, { ordinal }) => ((which === 'first' ? ordinal < best : ordinal > best) ? ordinal : best),
    group[0]?.ordinal ?? 0,
  );
}
