import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sectionsOf } from '../../../functions/imports/domain/records/before-file.ts';
import { beforeLine } from '../../../functions/imports/domain/records/change-lines.ts';
import { findLine } from '../../../functions/imports/use-cases/changes/find-line.ts';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(b), Buffer.from(a));

/** The lines of the customers in the order of the sorted file, as the stages write them. */
function fileOf(ids: readonly string[], valueIn: (id: string) => string): Buffer {
  const lines = [...new Set(ids)].sort(byBytes).map((customerId) => {
    const values = [{ code: 'P011', label: 'Last name', before: valueIn(customerId), after: 'new' }];
    return beforeLine({ line: 2, customerId, values });
  });
  return Buffer.from(lines.join(''));
}

function reader(file: Buffer) {
  const reads: number[] = [];
  const read = async (start: number, end: number) => {
    reads.push(end - start);
    return file.subarray(start, end);
  };
  return { reads, read };
}

const find = (file: Buffer, customerId: string, read = reader(file).read) =>
  findLine(read, { start: 0, end: file.length }, customerId);

describe('the line of a customer in before.jsonl', () => {
  test('is found wherever it is, and no other', async () => {
    const someId = fc.string({
      unit: fc.constantFrom('a', 'B', '1', '"', '\\', 'é', '客', '😀'),
      minLength: 1,
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(someId, { minLength: 1, maxLength: 60 }),
        someId,
        fc.nat(8_000),
        async (ids, other, length) => {
          const file = fileOf(ids, (id) => `${id}${'x'.repeat(length)}`);
          for (const id of ids) expect(JSON.parse((await find(file, id)) ?? '{}')).toMatchObject({ customerId: id });
          if (!ids.includes(other)) expect(await find(file, other)).toBeUndefined();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('is found beside lines that are longer than a stretch', async () => {
    const ids = Array.from({ length: 40 }, (_, number) => `C${number}`);
    const file = fileOf(ids, (id) => 'x'.repeat(id.endsWith('3') ? 300_000 : 5_000));
    for (const id of ids) expect(JSON.parse((await find(file, id)) ?? '{}')).toMatchObject({ customerId: id });
    for (const id of ['A', 'C', 'C100', 'C33x', 'D']) expect(await find(file, id)).toBeUndefined();
  });

  test('takes few reads of few bytes', async () => {
    const ids = Array.from({ length: 60_000 }, (_, number) => `VOUCIM_${100_000 + number}`);
    const file = fileOf(ids, (id) => `value of ${id}`);
    expect(file.length).toBeGreaterThan(6_000_000);
    const { read, reads } = reader(file);
    expect(await find(file, 'VOUCIM_123456', read)).toContain('value of VOUCIM_123456');
    expect(reads.length).toBeLessThanOrEqual(2 * 7 + 3);
    expect(reads.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(200_000);
  });

  test('is in the section of the stage that wrote it', async () => {
    const [first, second] = [fileOf(['a', 'z'], () => 'inserted'), fileOf(['b', 'y'], () => 'updated')];
    const file = Buffer.concat([first, second]);
    const found = async (id: string) => {
      const lines = await Promise.all(
        sectionsOf(file.length, first.length).map((section) => findLine(reader(file).read, section, id)),
      );
      return lines.filter((line) => line !== undefined);
    };
    for (const id of ['a', 'b', 'y', 'z']) expect(await found(id)).toHaveLength(1);
    expect(sectionsOf(10)).toEqual([{ start: 0, end: 10 }]);
    expect(sectionsOf(10, 10)).toEqual([{ start: 0, end: 10 }]);
  });
});
