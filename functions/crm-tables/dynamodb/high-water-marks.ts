import { ConditionalCheckFailedException, type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { HighWaterMarks } from '../ports.ts';
import { CRM_TABLE_PARTITIONS } from './partitions.ts';

export function highWaterMarkKey(tablePrefix: string): ControlKey {
  return { PK: `${CRM_TABLE_PARTITIONS.customerIds}${tablePrefix}`, SK: 'HIGH-WATER-MARK' };
}

/** Raises the marks by atomic updates. */
export class DynamoHighWaterMarks implements HighWaterMarks {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async raiseHighWaterMark(tablePrefix: string, atLeast: number): Promise<void> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          ...this.#item(tablePrefix),
          UpdateExpression: 'SET highWaterMark = :atLeast',
          ConditionExpression: 'attribute_not_exists(highWaterMark) OR highWaterMark < :atLeast',
          ExpressionAttributeValues: toItem({ ':atLeast': atLeast }),
        }),
      );
    } catch (error) {
      // The mark is already that high.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  async reserveBlock(tablePrefix: string, count: number, atLeast: number): Promise<{ readonly first: number }> {
    await this.raiseHighWaterMark(tablePrefix, atLeast);
    // A concurrent call only raises the mark further, so the block is still above `atLeast`.
    const { Attributes } = await this.#client.send(
      new UpdateItemCommand({
        ...this.#item(tablePrefix),
        UpdateExpression: 'ADD highWaterMark :count',
        ExpressionAttributeValues: toItem({ ':count': count }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const last = Number(Attributes?.highWaterMark?.N);
    return { first: last - count + 1 };
  }

  #item(tablePrefix: string) {
    return { TableName: this.#controlTable, Key: toItem({ ...highWaterMarkKey(tablePrefix) }) };
  }
}
