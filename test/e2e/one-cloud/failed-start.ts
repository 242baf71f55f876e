import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cloud } from './cloud.ts';

describe('an import that start-import cannot begin', () => {
  beforeAll(() => cloud.publish('BROKEN', 'BAD'));

  const account = { PK: { S: 'ACCOUNTS' }, SK: { S: 'BAD' } };
  const dynamodb = () => {
    const { endpoints, region, credentials } = cloud.cloud;
    return new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  };

  test('fails with the reason and advice, and is imported when it is resumed', async () => {
    const TableName = cloud.cloud.outputs.ControlTableName;
    const { Item } = await dynamodb().send(new GetItemCommand({ TableName, Key: account }));
    // start-import reads the account's limit. An unreadable item represents any unknown fault.
    await dynamodb().send(new PutItemCommand({ TableName, Item: account }));
    const { body: before } = await cloud.call('GET', '/imports?prefix=BROKEN');
    await cloud.upload('uploads/BROKEN/one.csv', 'Customer ID,Postcode\nA,YO1 7HH\n');
    const failed = (await cloud.ended('BROKEN', before.items.length + 1)).at(-1);
    expect(failed).toMatchObject({
      fileName: 'one.csv',
      status: 'failed',
      rejection: { code: 'start.failed', reason: expect.stringMatching(/event\.failed.*Resume the import/) },
    });
    await dynamodb().send(new PutItemCommand({ TableName, Item }));
    await cloud.call('POST', `/imports/${failed?.importId}/resume`);
    const resumed = (await cloud.ended('BROKEN', before.items.length + 1)).at(-1);
    expect(resumed).toMatchObject({ importId: failed?.importId, status: 'completed', counts: { inserted: 1 } });
  });
});
