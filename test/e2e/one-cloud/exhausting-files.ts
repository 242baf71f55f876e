import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cloud } from './cloud.ts';

const MEGABYTE = 1_000_000;
/** Without a bound the preview takes 29 seconds and more, which is where API Gateway gives up. */
const QUICK_MS = 15_000;

describe('a small file that would exhaust the memory', () => {
  beforeAll(() => cloud.publish('COMMAS'));

  test.each([
    ['15 MB of commas', 'commas.csv', () => Buffer.alloc(15 * MEGABYTE, ',')],
    [
      '0.3 MB of gzip that unpacks to 300 MB of commas',
      'commas.csv.gz',
      () => gzipSync(Buffer.alloc(300 * MEGABYTE, ',')),
    ],
  ])('%s: the import is rejected by name, and the preview says so quickly', async (_, fileName, file) => {
    const { body: before } = await cloud.call('GET', '/imports?prefix=COMMAS');
    const key = `uploads/COMMAS/${fileName}`;
    await cloud.upload(key, file());
    const shown = (await cloud.ended('COMMAS', before.items.length + 1)).at(-1);
    const rejection = { code: 'file.too-many-columns', reason: expect.stringMatching(/line 1 .*2,000 columns/) };
    expect(shown).toMatchObject({ fileName, status: 'rejected', rejection });

    const startedAt = Date.now();
    const preview = await cloud.call('POST', '/imports/preview', { prefix: 'COMMAS', key });
    expect(preview).toMatchObject({ status: 200, body: { rejection, rows: [] } });
    expect(Date.now() - startedAt).toBeLessThan(QUICK_MS);
  });
});
