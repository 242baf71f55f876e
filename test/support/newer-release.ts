import { type AttributeValue, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
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

/** The JSON in one attribute of an item. */
export async function jsonAt(dynamo: TestDynamo, key: ControlKey, attribute: string): Promise<Json> {
  return JSON.parse((await itemAt(dynamo, key))[attribute]?.S ?? 'null');
}

/** Changes an item as a newer release might have written it: with attributes, and keys of its JSON, that are new. */
export async function writeAsNewer(
  dynamo: TestDynamo,
  key: ControlKey,
  json: Readonly<Record<string, (body: Json) => Json>> = {},
): Promise<void> {
  const { client, controlTable } = dynamo;
  const item = await itemAt(dynamo, key);
  const changed = Object.entries(json).map(([name, change]) => [
    name,
    { S: JSON.stringify(change(JSON.parse(item[name]?.S ?? '{}'))) },
  ]);
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
