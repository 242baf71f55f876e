import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  BlockBuilder,
  bucketOf,
  bucketsOf,
  type Entry,
  entryKey,
  entryOfKey,
  keysOfBlock,
} from '../../../functions/search/index.ts';
import { anyText } from '../../support/any-text.ts';

const withoutControls = (text: string) => text.replace(/\p{Cc}/gu, '');
const anyWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab'), minLength: 1, maxLength: 4 }),
  anyText({ minLength: 1, maxLength: 60 }).map((text) => withoutControls(text) || 'x'),
);
const anyId = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((number) => `VOUCIM_${number}`),
  anyText({ minLength: 1, maxLength: 60 }).map((text) => text.replaceAll('\0', '') || 'x'),
);
const anyField = fc.integer({ min: 0, max: 999 }).map((number) => `P${String(number).padStart(3, '0')}`);
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  space: fc.constant('W' as const),
  value: anyWord,
  context: fc.oneof(fc.constant(''), anyWord),
  customerId: anyId,
  field: anyField,
});

function blocksOf(entries: readonly Entry[]) {
  const keys = entries.map(entryKey).sort(Buffer.compare);
  const builder = new BlockBuilder('VOUCIM', 'W', 7);
  const blocks = keys.flatMap((key) => builder.add(key) ?? []);
  const last = builder.finish();
  return { keys, blocks: last ? [...blocks, last] : blocks };
}

test('blocks give back every entry in order, and none has more than 4,096 bytes in all', () => {
  void fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 120 }), fc.integer({ min: 1, max: 6 }), (entries, copies) => {
      const many = Array.from({ length: copies }, (_, copy) =>
        entries.map((entry) => ({ ...entry, customerId: entry.customerId + copy })),
      ).flat();
      const { keys, blocks } = blocksOf(many);
      const read = blocks.flatMap((block) => [...keysOfBlock(block)]);
      expect(Buffer.concat(read).equals(Buffer.concat(keys))).toBe(true);
      for (const { PK, SK, body } of blocks)
        expect(Buffer.byteLength(PK + SK) + body.length + 'PKSKb'.length).toBeLessThanOrEqual(4_096);
    }),
    { numRuns: 60 },
  );
});

test('a block has entries of one bucket, which its partition names', () => {
  const { blocks } = blocksOf(
    ['adam', 'bell', 'éa'].map((value) => ({ space: 'W', value, context: '', customerId: '1', field: 'P010' })),
  );
  expect(blocks.map(({ PK }) => PK)).toEqual(['VOUCIM#W#7#61', 'VOUCIM#W#7#62', 'VOUCIM#W#7#c3']);
});

test('blocks of equal entries are nearly full', () => {
  const entries = Array.from({ length: 2_000 }, (_, index): Entry => {
    return { space: 'W', value: 'smith', context: '', customerId: `VOUCIM_${10_000 + index}`, field: 'P011' };
  });
  const { blocks } = blocksOf(entries);
  const full = blocks.slice(0, -1).map(({ PK, SK, body }) => Buffer.byteLength(PK + SK) + body.length);
  expect(Math.min(...full)).toBeGreaterThan(4_060);
});

test('the key of an entry gives back the entry', () => {
  void fc.assert(
    fc.property(anyEntry, (entry) => {
      expect(entryOfKey('W', entryKey(entry))).toEqual(entry);
    }),
  );
});

test('each value lies in one of the listed buckets of its space', () => {
  expect(bucketsOf('TEL')).toContain(bucketOf('810064970244'));
  void fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), (text) => {
      const visible = text.toLowerCase().replace(/[\p{Cc}\s]/gu, '');
      if (visible !== '') expect(bucketsOf('MAIL')).toContain(bucketOf(visible));
    }),
  );
});
