import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { PublishedLookup, PublishedTableReader } from '../ports.ts';
import { fromTableItem, tableKey } from './table-item.ts';
import { fromVersionItem, versionKey } from './version-item.ts';

/** Reads the control table with strong consistency: an import must use the last published version. */
export class DynamoPublishedTableReader implements PublishedTableReader {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async readPublished(tablePrefix: string): Promise<PublishedLookup> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#controlTable,
        Key: toItem({ ...tableKey(tablePrefix) }),
        ConsistentRead: true,
      }),
    );
    if (!Item) return { status: 'unknown' };
    const { accountPrefix, publishedVersion } = fromTableItem(Item);
    if (publishedVersion === undefined) return { status: 'draft-only', accountPrefix };
    const table = await this.readVersion(tablePrefix, publishedVersion);
    if (!table)
      throw new Error(`CRM table ${tablePrefix} names version ${publishedVersion} as published, which is missing`);
    return { status: 'published', table };
  }

  async readVersion(tablePrefix: string, version: number): Promise<PublishedTable | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#controlTable,
        Key: toItem({ ...versionKey(tablePrefix, version) }),
        ConsistentRead: true,
      }),
    );
    return Item ? fromVersionItem(Item) : undefined;
  }
}
