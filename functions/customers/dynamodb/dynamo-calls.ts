import {
  BatchExecuteStatementCommand,
  type BatchExecuteStatementInput,
  type BatchExecuteStatementOutput,
  BatchGetItemCommand,
  type BatchGetItemInput,
  type BatchGetItemOutput,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemInput,
  QueryCommand,
  type QueryInput,
  type QueryOutput,
  UpdateItemCommand,
  type UpdateItemInput,
} from '@aws-sdk/client-dynamodb';
import type { BackOff } from './back-off.ts';
import { isTransient } from './write-errors.ts';

/** The SDK's calls that customers need. */
export interface DynamoCalls {
  batchExecuteStatement(input: BatchExecuteStatementInput): Promise<BatchExecuteStatementOutput>;
  putItem(input: PutItemInput): Promise<unknown>;
  updateItem(input: UpdateItemInput): Promise<unknown>;
  query(input: QueryInput): Promise<QueryOutput>;
  batchGetItem(input: BatchGetItemInput): Promise<BatchGetItemOutput>;
}

export function dynamoCalls(client: DynamoDBClient): DynamoCalls {
  return {
    batchExecuteStatement: (input) => client.send(new BatchExecuteStatementCommand(input)),
    putItem: (input) => client.send(new PutItemCommand(input)),
    updateItem: (input) => client.send(new UpdateItemCommand(input)),
    query: (input) => client.send(new QueryCommand(input)),
    batchGetItem: (input) => client.send(new BatchGetItemCommand(input)),
  };
}

/**
 * Repeats a call that fails as a whole with a transient error: the SDK's own retries end sooner.
 * @throws CustomersBusy when the error persists, and any other error of the call
 */
export async function withRetries<T>(backOff: BackOff, count: number, call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Error) || !isTransient(error.name)) throw error;
      await backOff.wait(attempt, count, error.name);
    }
  }
}
