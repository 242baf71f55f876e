import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { TableCounters, TableCounts } from '../ports.ts';
import { countersKey, fromCountersItem } from './counters-item.ts';

export class DynamoTableCounters implements TableCounters {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async read(tablePrefix: string): Promise<TableCounts> {
    const Key = toItem({ ...countersKey(tablePrefix) });
    const { Item } = await this.#client.send(new GetItemCommand({ TableName: this.#controlTable, Key }));
    return fromCountersItem(Item);
  }
}
