import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { linePacker, unpackLine } from '../../../functions/customers/dynamodb/packed-line.ts';

const anyTime = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const hexOf = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const timed = fc
  .tuple(anyTime, hexOf(12))
  .map(([time, hash]) => `${time.toISOString().replace(/[-:]|\.\d+/g, '')}-${hash}`);
const anyId = fc.oneof(
  timed,
  hexOf(28).map((hash) => `api-${hash}`),
  // Ids that look like the others, and are none.
  fc.constantFrom('import-1', 'api-1', '20261301T110225Z-9f86d081884', 'é'),
  fc.string({ minLength: 1, maxLength: 60 }),
);

test('a line is read as it was packed, whatever the import id is', () => {
  void fc.assert(
    fc.property(
      anyId,
      anyTime,
      fc.integer({ min: 1, max: 100_000 }),
      fc.boolean(),
      (importId, time, version, isNew) => {
        fc.pre(importId.isWellFormed());
        const startedAt = new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
        const packed = linePacker({ importId, fence: 1, startedAt })(version, isNew);
        expect(unpackLine(packed)).toEqual({ importId, version, at: startedAt, isCreation: isNew });
      },
    ),
  );
});

test('a line is 16 bytes for a file that arrived, and 20 for one that the API announced with a key', () => {
  const bytesOf = (importId: string) =>
    linePacker({ importId, fence: 1, startedAt: '2026-11-22T11:02:25.000Z' })(2, false).length;
  expect(bytesOf('20261122T110225Z-9f86d081884c')).toBe(16);
  expect(bytesOf(`api-${'0f'.repeat(14)}`)).toBe(20);
});
