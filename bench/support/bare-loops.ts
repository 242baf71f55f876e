import {
  type AttributeValue,
  BatchExecuteStatementCommand,
  BatchGetItemCommand,
  type BatchStatementRequest,
  BatchWriteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryInput,
  UpdateItemCommand,
  type UpdateItemInput,
} from '@aws-sdk/client-dynamodb';
import { CUSTOMERS_TABLE } from './dynamo-engine.ts';

type Item = Record<string, AttributeValue>;

const BATCH_ROWS = 25;
const GET_KEYS = 100;

/** Runs concurrent loops over prepared requests, which check answers only for errors: the simplest possible implementation. */
async function loops(count: number, step: () => Promise<boolean>): Promise<void> {
  const run = async (): Promise<void> => {
    while (await step());
  };
  await Promise.all(Array.from({ length: count }, run));
}

/** Sends `all` in slices, until none is left. */
function slices<T>(all: readonly T[], size: number, send: (slice: T[]) => Promise<void>): () => Promise<boolean> {
  let next = 0;
  return async () => {
    if (next >= all.length) return false;
    const slice = all.slice(next, next + size);
    next += slice.length;
    await send(slice);
    return true;
  };
}

/** The statements that insert the items; items with the same attributes share a text. */
export function insertStatements(items: readonly Item[], table = CUSTOMERS_TABLE): BatchStatementRequest[] {
  const texts = new Map<string, string>();
  return items.map((item) => {
    const places = Object.keys(item)
      .map((name) => `'${name}':?`)
      .join(',');
    const text = texts.get(places) ?? `INSERT INTO "${table}" VALUE {${places}}`;
    texts.set(places, text);
    return { Statement: text, Parameters: Object.values(item) };
  });
}

export function bareInserts(
  client: DynamoDBClient,
  statements: readonly BatchStatementRequest[],
  inFlight: number,
): Promise<void> {
  const step = slices(statements, BATCH_ROWS, async (Statements) => {
    const { Responses } = await client.send(new BatchExecuteStatementCommand({ Statements }));
    if (Responses?.some(({ Error: error }) => error)) throw new Error('A bare INSERT failed.');
  });
  return loops(inFlight, step);
}

export function barePuts(client: DynamoDBClient, items: readonly Item[], inFlight: number): Promise<void> {
  const step = slices(items, BATCH_ROWS, async (batch) => {
    const puts = batch.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [CUSTOMERS_TABLE]: puts } }),
    );
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('A bare put was left unprocessed.');
  });
  return loops(inFlight, step);
}

export function bareUpdates(
  client: DynamoDBClient,
  updates: readonly UpdateItemInput[],
  inFlight: number,
): Promise<void> {
  const step = slices(updates, 1, async ([update]) => {
    if (update) await client.send(new UpdateItemCommand(update));
  });
  return loops(inFlight, step);
}

/** Reads each query to its end and returns the number of items. */
export async function bareQueries(
  client: DynamoDBClient,
  queries: readonly QueryInput[],
  inFlight: number,
): Promise<number> {
  let items = 0;
  const step = slices(queries, 1, async ([query]) => {
    let next: Item | undefined;
    do {
      const page = await client.send(
        new QueryCommand({ ...query, TableName: CUSTOMERS_TABLE, ExclusiveStartKey: next }),
      );
      items += page.Items?.length ?? 0;
      next = page.LastEvaluatedKey;
    } while (next);
  });
  await loops(inFlight, step);
  return items;
}

/** Reads all keys and returns the number of items. */
export async function bareGets(client: DynamoDBClient, keys: readonly Item[], inFlight: number): Promise<number> {
  let items = 0;
  const step = slices(keys, GET_KEYS, async (Keys) => {
    const page = await client.send(new BatchGetItemCommand({ RequestItems: { [CUSTOMERS_TABLE]: { Keys } } }));
    items += page.Responses?.[CUSTOMERS_TABLE]?.length ?? 0;
  });
  await loops(inFlight, step);
  return items;
}
