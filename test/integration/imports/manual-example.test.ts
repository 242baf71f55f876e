import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { voucim } from '../../support/published-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
let sample: string;

beforeAll(async () => {
  started = await startImportWorld();
  sample = await readFile('samples/VoucherID.csv', 'utf8');
});
afterAll(() => started.stop());

describe("the manual's example", () => {
  test('has the counts of the manual for the first load, corrected failures, an unchanged and a changed file', async () => {
    const world = started.world();
    world.tables.publish(voucim());

    const first = await world.import('uploads/VOUCIM/VoucherID.csv', sample);
    expect(first.status).toBe('completed-with-failures');
    expect(ImportWorld.counts(first)).toEqual({ updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 });
    const failed = await world.file(first, 'BulkCopy');
    expect(failed?.split('\n').map((line) => line.split(',')[0])).toEqual([
      'VOUCIM_8',
      'VOUCIM_27',
      'VOUCIM_20',
      'VOUCIM_1',
      '',
    ]);
    expect(await world.file(first, 'log')).toContain('Field P018 value (SW12 2 ER) is too long.\nSee s3://');
    expect(await world.file(first, 'summary')).toMatch(
      /^Customers Updated: 0,\nCustomers Inserted: 30,\nCustomers Ignored: 0,\nCustomers Failed: 4,\nTotal Customers: 34,\nLog File: s3:/,
    );
    expect((await world.file(first, 'failures'))?.split('\r\n')).toHaveLength(1 + 4 + 1);
    expect(await world.file(first, 'sorted')).toBe(`${sample.trimEnd().split('\n').sort().reverse().join('\n')}\n`);
    expect(await world.file(first, 'insert')).toBeUndefined();

    const corrected = failed?.replaceAll('SW12 2 ER', 'SW12 2ER').replaceAll('BR12 2 ER', 'BR12 2ER') ?? '';
    const second = await world.import('uploads/VOUCIM/VoucherID.csv', corrected);
    expect(ImportWorld.counts(second)).toEqual({ updated: 0, inserted: 4, ignored: 0, failed: 0, total: 4 });
    expect(second.status).toBe('completed');
    expect(await world.customers(voucim())).toHaveProperty('size', 34);

    const again = await world.import('uploads/VOUCIM/VoucherID.csv', sample);
    expect(ImportWorld.counts(again)).toEqual({ updated: 0, inserted: 0, ignored: 30, failed: 4, total: 34 });
    expect(await world.file(again, 'update')).toContain('VOUCIM_1,');
    expect(await world.file(again, 'insert')).toBe('');
    expect(await world.file(again, 'DifferentiateUpdate')).toContain('VOUCIM_27,');

    const lines = sample.trimEnd().split('\n');
    const changed = lines.map((line, at) =>
      [1, 2, 3].includes(at) ? line.replace('@example.com', '@example.org') : line,
    );
    const added = ['VOUCIM_35,Mr,New,One,,,,,,York,YO1 7HH,', 'VOUCIM_36,Ms,New,Two,,,,,,York,YO1 7HH,'];
    const third = await world.import('uploads/VOUCIM/VoucherID.csv', [...changed, ...added, ''].join('\n'));
    expect(ImportWorld.counts(third)).toEqual({ updated: 3, inserted: 2, ignored: 27, failed: 4, total: 36 });
    expect((await world.customers(voucim())).get('VOUCIM_2')?.P019).toBe('amelia.ashworth@example.org');
  });
});
