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
