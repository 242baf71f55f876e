import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { checkItemSize } from './item-limit.ts';

/** The limit of DynamoDB for one transaction. */
export const MOST_WRITES_TOGETHER = 100;

/** Writers of the same few control items rarely collide; each retry waits longer, with jitter. */
const ATTEMPTS = 8;
const FIRST_WAIT_MS = 20;

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_WAIT_MS * 2 ** attempt));
}

/** The positions of the conditions that did not hold; `conflict` if another transaction held an item. */
function failedConditions(error: unknown): readonly number[] | 'conflict' {
  if (error instanceof ConditionalCheckFailedException) return [0];
  if (error instanceof TransactionConflictException) return 'conflict';
  if (!(error instanceof TransactionCanceledException)) throw error;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
  const failed = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  if (failed.length > 0) return failed;
  if (codes.includes('TransactionConflict')) return 'conflict';
  throw error;
}

async function withRetries(send: () => Promise<unknown>): Promise<readonly number[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return [];
    } catch (error) {
      const failed = failedConditions(error);
      if (failed !== 'conflict') return failed;
      if (attempt === ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
}

/**
 * Writes all items or none. Retries while another transaction holds an item.
 * @returns the positions of the items whose conditions did not hold; empty when everything was written
 * @throws DomainError `record.too-large`
 * @throws Error when the transaction is cancelled for another reason
 */
export function transact(client: DynamoDBClient, items: TransactWriteItem[]): Promise<readonly number[]> {
  for (const { Put, Update } of items) checkItemSize(Put?.Item ?? Update?.ExpressionAttributeValues ?? {});
  return withRetries(() => client.send(new TransactWriteItemsCommand({ TransactItems: items })));
}

/** The same as `transact`, at half the price for a single write. */
export async function writeTogether(client: DynamoDBClient, items: TransactWriteItem[]): Promise<readonly number[]> {
  const [item, ...others] = items;
  if (!item || others.length > 0) return transact(client, items);
  const { Put, Update, Delete } = item;
  checkItemSize(Put?.Item ?? Update?.ExpressionAttributeValues ?? {});
  if (Put) return withRetries(() => client.send(new PutItemCommand(Put)));
  if (Update) return withRetries(() => client.send(new UpdateItemCommand(Update)));
  if (Delete) return withRetries(() => client.send(new DeleteItemCommand(Delete)));
  return transact(client, items);
}
