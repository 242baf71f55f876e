import { gzipSync } from 'node:zlib';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { TestCloud } from './test-cloud.ts';

jest.setTimeout(300_000);

const cloud = new TestCloud();
const MEGABYTE = 1_000_000;
/** Without a bound the preview takes 29 seconds and more, which is where API Gateway gives up. */
const QUICK_MS = 15_000;

beforeAll(async () => {
  await cloud.boot();
  await cloud.publish('COMMAS');
});
afterAll(() => cloud.remove());

describe('a small file that would exhaust the memory', () => {
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

describe('an import that start-import cannot begin', () => {
  const account = { PK: { S: 'ACCOUNTS' }, SK: { S: 'BRI' } };
  const dynamodb = () => {
    const { endpoints, region, credentials } = cloud.cloud;
    return new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  };

  test('is failed, with the reason and what to do, and is imported when it is resumed', async () => {
    const TableName = cloud.cloud.outputs.ControlTableName;
    const { Item } = await dynamodb().send(new GetItemCommand({ TableName, Key: account }));
    // start-import reads the account's limit. An item that cannot be read stands for every fault that is not known yet.
    await dynamodb().send(new PutItemCommand({ TableName, Item: account }));
    const { body: before } = await cloud.call('GET', '/imports?prefix=COMMAS');
    await cloud.upload('uploads/COMMAS/one.csv', 'Customer ID,Postcode\nA,YO1 7HH\n');
    const failed = (await cloud.ended('COMMAS', before.items.length + 1)).at(-1);
    expect(failed).toMatchObject({
      fileName: 'one.csv',
      status: 'failed',
      rejection: { code: 'start.failed', reason: expect.stringMatching(/event\.failed.*Resume the import/) },
    });
    await dynamodb().send(new PutItemCommand({ TableName, Item }));
    await cloud.call('POST', `/imports/${failed?.importId}/resume`);
    const resumed = (await cloud.ended('COMMAS', before.items.length + 1)).at(-1);
    expect(resumed).toMatchObject({ importId: failed?.importId, status: 'completed', counts: { inserted: 1 } });
  });
});
