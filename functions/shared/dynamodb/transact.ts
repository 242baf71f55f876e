import {
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { checkItemSize } from './item-limit.ts';

/** Two writers of the same few control items meet rarely; each try waits longer, at random. */
const ATTEMPTS = 8;
const FIRST_WAIT_MS = 20;

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * FIRST_WAIT_MS * 2 ** attempt));
}

/**
 * Writes all of the items or none.
 * @returns the positions of the items whose conditions did not hold; empty when everything was written.
 * @throws DomainError `record.too-large`
 * @throws whatever else cancels a transaction, after retries where another transaction was in the way.
 */
export async function transact(client: DynamoDBClient, items: TransactWriteItem[]): Promise<readonly number[]> {
  for (const { Put, Update } of items) checkItemSize(Put?.Item ?? Update?.ExpressionAttributeValues ?? {});
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
      return [];
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
      const failed = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
      if (failed.length > 0) return failed;
      if (!codes.includes('TransactionConflict') || attempt === ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
}
