import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf } from '../test-cloud.ts';
import { cloud } from './cloud.ts';

describe('an import, by an S3 client and by HTTP alone', () => {
  beforeAll(() => cloud.publish('VOUCIM'));

  test("the manual's example leaves its counts and its files", async () => {
    await cloud.upload('uploads/VOUCIM/VoucherID.csv', await readFile('samples/VoucherID.csv'));
    const [shown] = await cloud.ended('VOUCIM', 1);
    if (!shown) throw new Error('no import was made');
    expect(shown.status).toBe('completed-with-failures');
    expect(countsOf(shown)).toEqual({ updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 });
    expect(shown.files.map(({ name }) => name)).toEqual([
      'VoucherID.csv.failures.csv',
      'VoucherID.csv.log.BulkCopy.txt',
      'VoucherID.csv.log.txt',
      'VoucherID.csv.sorted.txt',
      'VoucherID.log',
    ]);
    expect((await cloud.file(shown, '.log.BulkCopy.txt'))?.match(/VOUCIM_\d+/g)?.sort()).toEqual([
      'VOUCIM_1',
      'VOUCIM_20',
      'VOUCIM_27',
      'VOUCIM_8',
    ]);
    expect(await cloud.file(shown, '.log.txt')).toMatch(/Field P018 value \(SW12 2 ER\) is too long\./);
  });

  test('the example saved as UTF-16 and packed leaves the same counts, and the decoded records that failed', async () => {
    await cloud.publish('PACKED');
    const text = await readFile('samples/VoucherID.csv', 'utf8');
    await cloud.upload('uploads/PACKED/VoucherID.csv.gz', gzipSync(Buffer.from(`\ufeff${text}`, 'utf16le')));
    const [shown] = await cloud.ended('PACKED', 1);
    if (!shown) throw new Error('no import was made');
    expect(countsOf(shown)).toEqual({ updated: 0, inserted: 30, ignored: 0, failed: 4, total: 34 });
    expect(shown).toMatchObject({ fileFormat: { encoding: 'utf-16le', compression: 'gzip', delimiter: ',' } });
    expect(await cloud.file(shown, '.log.BulkCopy.txt')).toMatch(/^\ufeffVOUCIM_\d+,/);
  });

  test('uploads of one table wait for each other, and a repeated event creates no import', async () => {
    await cloud.publish('QUEUE');
    const file = (town: string) => `A,Ms,Ann,Example,,,,,,${town},YO1 7HH,\n`;
    await Promise.all(['York', 'Leeds', 'Bath'].map((town) => cloud.upload('uploads/QUEUE/same.csv', file(town))));
    const imports = await cloud.ended('QUEUE', 3);
    expect(imports.map(countsOf).toSorted((a, b) => (a?.updated ?? 0) - (b?.updated ?? 0))).toEqual([
      { updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 },
      { updated: 1, inserted: 0, ignored: 0, failed: 0, total: 1 },
      { updated: 1, inserted: 0, ignored: 0, failed: 0, total: 1 },
    ]);
  });

  test.each([
    ['uploads/NOSUCH/a.csv', 'a,b\n', 'NOSUCH', 'crm-table.unknown'],
    ['uploads/VOUCIM/empty.csv', '', 'VOUCIM', 'file.empty'],
    ['uploads/VOUCIM/na\u00efve \u201cquotes\u201d & spaces..csv', 'x,y\n1,2\n', 'VOUCIM', 'file.no-usable-header'],
    ['uploads/VOUCIM/open.csv', 'Customer ID,Postcode\nA,YO1\nB,"YO1\n', 'VOUCIM', 'file.unclosed-quote'],
  ])('%s is rejected, with a log that says why', async (key, body, prefix, code) => {
    const { body: before } = await cloud.call('GET', `/imports?prefix=${prefix}`);
    await cloud.upload(key, body);
    const shown = (await cloud.ended(prefix, before.items.length + 1)).at(-1);
    expect(shown).toMatchObject({ status: 'rejected', rejection: { code } });
    expect(await cloud.file(shown as never, '.log.txt')).toContain(shown?.rejection?.reason);
  });

  test('an agent may not see imports', async () => {
    expect((await cloud.call('GET', '/imports?prefix=VOUCIM', undefined, {}, 'agent')).status).toBe(403);
  });
});
