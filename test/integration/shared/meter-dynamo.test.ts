import {
  BatchExecuteStatementCommand,
  BatchGetItemCommand,
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Meter } from '../../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../../functions/shared/metering/meter-dynamo.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';

const meter = new Meter();
let dynamo: TestDynamo;
let client: DynamoDBClient;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = meterDynamo(new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'eu-west-1', credentials }), meter);
});
beforeEach(() => meter.reset());
afterAll(() => {
  client.destroy();
  return dynamo.stop();
});

const key = (id: string) => ({ PK: { S: 'CUSTOMER#M#0' }, SK: { S: id } });
const insert = (id: string, note = 'x') => {
  const item = { PK: 'CUSTOMER#M#0', SK: id, P021: note };
  const places = Object.keys(item).map((name) => `'${name}':?`);
  return {
    Statement: `INSERT INTO "${dynamo.customersTable}" VALUE {${places.join(',')}}`,
    Parameters: Object.values(item).map((S) => ({ S })),
  };
};
const execute = (...Statements: ReturnType<typeof insert>[]) =>
  client.send(new BatchExecuteStatementCommand({ Statements }));

describe('every call adds its consumed units', () => {
  test('an insert: a unit for each kilobyte; a rejected one counts, too', async () => {
    await execute(insert('a'));
    expect(meter.used).toMatchObject({ writeUnits: 1, readUnits: 0 });
    await execute(insert('b', 'x'.repeat(1_100)), insert('c'));
    expect(meter.used).toMatchObject({ writeUnits: 1 + 2 + 1 });
    await execute(insert('a'));
    expect(meter.used).toMatchObject({ writeUnits: 5 });
  });

  test('reads by half units, a key that is not there like one that is', async () => {
    const RequestItems = { [dynamo.customersTable]: { Keys: [key('a'), key('nobody')] } };
    await client.send(new BatchGetItemCommand({ RequestItems }));
    expect(meter.used).toMatchObject({ writeUnits: 0, readUnits: 1 });
  });

  test('a write whose condition does not hold is metered, and its error is rethrown', async () => {
    const update = new UpdateItemCommand({
      TableName: dynamo.customersTable,
      Key: key('a'),
      UpdateExpression: 'SET P021 = :new',
      ConditionExpression: 'P021 = :old',
      ExpressionAttributeValues: { ':new': { S: 'y' }, ':old': { S: 'z' } },
    });
    await expect(client.send(update)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(meter.used).toMatchObject({ writeUnits: 1 });
  });

  test('a transaction counts twice, one that is rejected as well', async () => {
    const Put = { TableName: dynamo.customersTable, Item: key('t'), ConditionExpression: 'attribute_not_exists(PK)' };
    const transaction = () => client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] }));
    await transaction();
    expect(meter.used).toMatchObject({ writeUnits: 2 });
    await expect(transaction()).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(meter.used).toMatchObject({ writeUnits: 4 });
  });

  test('a reset leaves zero units', async () => {
    await client.send(new PutItemCommand({ TableName: dynamo.customersTable, Item: key('r') }));
    meter.reset();
    expect(meter.used).toEqual({ writeUnits: 0, readUnits: 0, s3Reads: 0, s3Writes: 0 });
  });
});
