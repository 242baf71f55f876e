import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import { countersKey } from '../../shared/dynamodb/control-keys.ts';
import type { TableCounters, TableCounts } from '../ports.ts';

const CountersItemSchema = z.object({ customers: z.int().default(0), bytes: z.number().default(0) });

export class DynamoTableCounters implements TableCounters {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async read(prefix: string): Promise<TableCounts> {
    const Key = toItem({ ...countersKey(prefix) });
    const { Item } = await this.#client.send(new GetItemCommand({ TableName: this.#controlTable, Key }));
    const { customers, bytes } = readItem(CountersItemSchema, Item ?? {});
    return { customers, itemBytes: customers > 0 ? bytes / customers : 0 };
  }
}
