import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { batchesOf, batchWrite } from '../../shared/dynamodb/batch-write.ts';
import { withRetries } from '../../shared/dynamodb/with-retries.ts';
import type { Block } from '../domain/block.ts';
import { SPACES } from '../domain/entry.ts';
import { blockPartition, bucketsOf, singlePartition } from '../domain/index-keys.ts';
import type { IndexWriter } from '../generation-ports.ts';

/** Deletions at the same time: those of single entries have a condition, and so cannot share a request. */
const DELETIONS_IN_FLIGHT = 32;

export class DynamoIndexWriter implements IndexWriter {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #backOff: BackOff;

  constructor(client: DynamoDBClient, table: string, backOff: BackOff) {
    this.#client = client;
    this.#table = table;
    this.#backOff = backOff;
  }

  async putBlocks(blocks: readonly Block[]): Promise<void> {
    const puts = blocks.map(({ PK, SK, body }) => ({
      PutRequest: { Item: { PK: { S: PK }, SK: { S: SK }, b: { B: body } } },
    }));
    await this.#write(puts);
  }

  deleteBlocks(tablePrefix: string, generation: number, shouldContinue: () => boolean): Promise<boolean> {
    const partitions = SPACES.flatMap((space) =>
      bucketsOf(space).map((bucket) => blockPartition(tablePrefix, space, generation, bucket)),
    );
    const remove = (keys: readonly Item[]) => this.#write(keys.map((Key) => ({ DeleteRequest: { Key } })));
    return this.#eachPage(partitions, {}, remove, shouldContinue);
  }

  deleteSingles(tablePrefix: string, before: Date, shouldContinue: () => boolean): Promise<boolean> {
    const partitions = SPACES.flatMap((space) =>
      bucketsOf(space).map((bucket) => singlePartition(tablePrefix, space, bucket)),
    );
    const older = { filter: '#at < :before', values: { ':before': before.getTime() } };
    const remove = async (keys: readonly Item[]) => {
      for (const some of batchesOf(keys, DELETIONS_IN_FLIGHT)) {
        await Promise.all(some.map((key) => this.#deleteSingle(key, older.values)));
      }
    };
    return this.#eachPage(partitions, older, remove, shouldContinue);
  }

  /** An edit may write the same entry again in the meantime: it is newer then, and stays. */
  async #deleteSingle(Key: Item, values: Readonly<Record<string, number>>): Promise<void> {
    const input = {
      TableName: this.#table,
      Key,
      ConditionExpression: '#at < :before',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: toItem(values),
    };
    try {
      await withRetries(this.#backOff, 1, () => this.#client.send(new DeleteItemCommand(input)));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  #write(requests: readonly WriteRequest[]): Promise<void> {
    return batchWrite(this.#client, this.#table, this.#backOff, requests);
  }

  /** Reads the keys of partitions page by page. @returns false if it was stopped before the end */
  async #eachPage(
    partitions: readonly string[],
    chosen: { readonly filter?: string; readonly values?: Readonly<Record<string, number>> },
    each: (keys: readonly Item[]) => Promise<void>,
    shouldContinue: () => boolean,
  ): Promise<boolean> {
    for (const partition of partitions) {
      let next: Item | undefined;
      do {
        if (!shouldContinue()) return false;
        const query = new QueryCommand({
          TableName: this.#table,
          KeyConditionExpression: 'PK = :partition',
          ...(chosen.filter && { FilterExpression: chosen.filter }),
          ExpressionAttributeNames: { '#pk': 'PK', '#sk': 'SK', ...(chosen.filter && { '#at': 'at' }) },
          ExpressionAttributeValues: toItem({ ':partition': partition, ...chosen.values }),
          ProjectionExpression: '#pk, #sk',
          ExclusiveStartKey: next,
        });
        const page = await withRetries(this.#backOff, 1, () => this.#client.send(query));
        await each(page.Items ?? []);
        next = page.LastEvaluatedKey;
      } while (next);
    }
    return true;
  }
}
