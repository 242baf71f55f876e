import { type AttributeValue, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ControlKey } from '../../functions/shared/dynamodb/control-key.ts';
import type { TestDynamo } from './dynamodb.ts';

type Item = Record<string, AttributeValue>;
type Json = Record<string, unknown>;

/** Attributes of every kind that a newer release may add to an item. */
export const NEW_ATTRIBUTES: Item = {
  newText: { S: 'text' },
  newFlag: { BOOL: true },
  newMap: { M: { inner: { N: '1' } } },
  newSet: { SS: ['a', 'b'] },
};

const keyOf = ({ PK, SK }: ControlKey) => ({ PK: { S: PK }, SK: { S: SK } });

export async function itemAt({ client, controlTable }: TestDynamo, key: ControlKey): Promise<Item> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: controlTable, Key: keyOf(key), ConsistentRead: true }),
  );
  if (!Item) throw new Error(`There is no item ${key.PK} ${key.SK}`);
  return Item;
}

/** A nested value, which is stored as such or as JSON. */
function plainOf(attribute: AttributeValue | undefined): Json {
  return attribute?.S === undefined
    ? unmarshall({ value: attribute ?? { NULL: true } }).value
    : JSON.parse(attribute.S);
}

/** The nested value in one attribute of an item. */
export async function valueAt(dynamo: TestDynamo, key: ControlKey, attribute: string): Promise<Json> {
  return plainOf((await itemAt(dynamo, key))[attribute]);
}

/** Changes an item as a newer release might have written it: with attributes, and keys of nested values, that are new. */
export async function writeAsNewer(
  dynamo: TestDynamo,
  key: ControlKey,
  changes: Readonly<Record<string, (value: Json) => unknown>> = {},
): Promise<void> {
  const { client, controlTable } = dynamo;
  const item = await itemAt(dynamo, key);
  const changed = Object.entries(changes).map(([name, change]) => {
    const value = change(plainOf(item[name]));
    return [name, item[name]?.S === undefined ? marshall({ value }).value : { S: JSON.stringify(value) }];
  });
  await client.send(
    new PutItemCommand({
      TableName: controlTable,
      Item: { ...item, ...NEW_ATTRIBUTES, ...Object.fromEntries(changed) },
    }),
  );
}

/** Sets one attribute to a text that this release does not know. */
export async function setText({ client, controlTable }: TestDynamo, key: ControlKey, name: string, text: string) {
  await client.send(
    new UpdateItemCommand({
      TableName: controlTable,
      Key: keyOf(key),
      UpdateExpression: 'SET #name = :text',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':text': { S: text } },
    }),
  );
}
