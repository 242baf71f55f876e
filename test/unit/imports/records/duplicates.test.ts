import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resolveDuplicates } from '../../../../functions/imports/domain/records/duplicates.ts';

const verdicts = (
  ids: ReadonlyArray<readonly [string, number]>,
  duplicates: 'reject' | 'first' | 'last',
  spanning: Parameters<typeof resolveDuplicates>[2] = [],
) =>
  Array.from(
    resolveDuplicates(
      ids.map(([customerId, ordinal]) => ({ customerId, ordinal })),
      duplicates,
      spanning,
    ),
    ([, verdict]) => verdict,
  );

describe('records of one Customer ID', () => {
  test('the first in the source counts, wherever it stands in the sorted chunk', () => {
    expect(
      verdicts(
        [
          ['B', 7],
          ['A', 9],
          ['A', 2],
          ['A', 5],
        ],
        'reject',
      ),
    ).toEqual(['taken', 'failed', 'taken', 'failed']);
    expect(
      verdicts(
        [
          ['A', 9],
          ['A', 2],
        ],
        'first',
      ),
    ).toEqual(['ignored', 'taken']);
    expect(
      verdicts(
        [
          ['A', 9],
          ['A', 2],
        ],
        'last',
      ),
    ).toEqual(['taken', 'ignored']);
  });

  test('one that lies beyond the chunk may be the one that counts', () => {
    const spanning = [{ id: 'A', firstOrdinal: 1, lastOrdinal: 30 }];
    expect(
      verdicts(
        [
          ['A', 9],
          ['A', 2],
        ],
        'reject',
        spanning,
      ),
    ).toEqual(['failed', 'failed']);
    expect(
      verdicts(
        [
          ['A', 30],
          ['A', 2],
        ],
        'last',
        spanning,
      ),
    ).toEqual(['taken', 'ignored']);
  });

  test('in whatever chunks the sorted file is cut, each Customer ID is taken exactly once', () => {
    const anyFile = fc.array(fc.constantFrom('A', 'AB', 'B', 'C'), { maxLength: 30 });
    fc.assert(
      fc.property(anyFile, fc.constantFrom('reject', 'first', 'last'), fc.nat(30), (ids, duplicates, cut) => {
        const sorted = ids.map((id, ordinal) => [id, ordinal] as const).sort((a, b) => (a[0] < b[0] ? 1 : -1));
        const ordinals = (id: string) => sorted.filter(([other]) => other === id).map(([, ordinal]) => ordinal);
        const spanning = [...new Set(ids)].map((id) => ({
          id,
          firstOrdinal: Math.min(...ordinals(id)),
          lastOrdinal: Math.max(...ordinals(id)),
        }));
        const chunks = [sorted.slice(0, cut), sorted.slice(cut)];
        const taken = chunks.flatMap((chunk) => {
          const found = verdicts(chunk, duplicates, spanning);
          return chunk.filter((_, at) => found[at] === 'taken');
        });
        const expected = [...new Set(ids)].map((id) => [
          id,
          duplicates === 'last' ? Math.max(...ordinals(id)) : Math.min(...ordinals(id)),
        ]);
        expect(new Map(taken)).toEqual(new Map(expected.map(([id, ordinal]) => [id, ordinal])));
        expect(taken).toHaveLength(expected.length);
      }),
    );
  });
});
