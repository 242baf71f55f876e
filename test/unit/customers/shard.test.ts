import { describe, expect, test } from '@jest/globals';
import { shardOf } from '../../../functions/customers/domain/shard.ts';

describe('shards', () => {
  test('the shard of an ID never changes: stored keys depend on it', () => {
    expect(['VOUCIM_1', 'VOUCIM_2', 'a', 'Zoë', '客户'].map((id) => shardOf(id, 16))).toMatchInlineSnapshot(`
[
  6,
  10,
  3,
  11,
  4,
]
`);
  });

  test('consecutive IDs fall evenly on the shards, and every stretch of a sorted file on all of them', () => {
    const ids = Array.from({ length: 32_000 }, (_, n) => `VOUCIM_${n}`).sort((a, b) => (a < b ? 1 : -1));
    const counts = new Array<number>(16).fill(0);
    for (const id of ids) {
      const shard = shardOf(id, 16);
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(1_800);
    expect(Math.max(...counts)).toBeLessThan(2_200);
    // Eight batches of 25 are in flight at once; the test limits the share of one shard.
    for (let from = 0; from + 200 <= ids.length; from += 200) {
      const window = new Array<number>(16).fill(0);
      for (const id of ids.slice(from, from + 200)) window[shardOf(id, 16)] = (window[shardOf(id, 16)] ?? 0) + 1;
      expect(Math.max(...window)).toBeLessThan(40);
    }
  });

  test('one shard holds everything', () => {
    expect(shardOf('anything', 1)).toBe(0);
  });
});
