import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../../shared/domain/errors.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { HighWaterMarks } from '../ports.ts';
import { tableKey } from './table-item.ts';

function notFound(prefix: string): DomainError {
  return new DomainError('not-found', 'crm-table.not-found', `There is no CRM table ${prefix}.`);
}

/** Keeps the mark on the table's own item, by atomic updates. */
export class DynamoHighWaterMarks implements HighWaterMarks {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async raiseHighWaterMark(prefix: string, atLeast: number): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#controlTable,
          Key: toItem({ ...tableKey(prefix) }),
          UpdateExpression: 'SET highWaterMark = :atLeast',
          ConditionExpression:
            'attribute_exists(PK) AND (attribute_not_exists(highWaterMark) OR highWaterMark < :atLeast)',
          ExpressionAttributeValues: toItem({ ':atLeast': atLeast }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (!error.Item) throw notFound(prefix);
      // The mark is already as high: nothing to do.
    }
  }

  async reserveBlock(prefix: string, count: number, atLeast: number): Promise<{ readonly first: number }> {
    await this.raiseHighWaterMark(prefix, atLeast);
    // Whoever comes between only raises the mark further, so the block still lies above `atLeast`.
    const { Attributes } = await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#controlTable,
        Key: toItem({ ...tableKey(prefix) }),
        UpdateExpression: 'ADD highWaterMark :count',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeValues: toItem({ ':count': count }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const last = Number(Attributes?.highWaterMark?.N);
    return { first: last - count + 1 };
  }
}
