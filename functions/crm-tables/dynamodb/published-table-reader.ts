import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { CurrentFields, CurrentFieldsReader, PublishedLookup, PublishedTableReader } from '../ports.ts';
import { draftKey, fromDraftItem } from './draft-item.ts';
import { fromTableItem, tableKey } from './table-item.ts';
import { fromVersionItem, versionKey } from './version-item.ts';

/** Reads the control table with strong consistency: an import must use the last published version. */
export class DynamoPublishedTableReader implements PublishedTableReader, CurrentFieldsReader {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async readPublished(tablePrefix: string): Promise<PublishedLookup> {
    const Item = await this.#get(tableKey(tablePrefix));
    if (!Item) return { status: 'unknown' };
    const { accountPrefix, publishedVersion } = fromTableItem(Item);
    if (publishedVersion === undefined) return { status: 'draft-only', accountPrefix };
    const table = await this.readVersion(tablePrefix, publishedVersion);
    if (!table)
      throw new Error(`CRM table ${tablePrefix} names version ${publishedVersion} as published, which is missing`);
    return { status: 'published', table };
  }

  async readVersion(tablePrefix: string, version: number): Promise<PublishedTable | undefined> {
    const Item = await this.#get(versionKey(tablePrefix, version));
    return Item ? fromVersionItem(Item) : undefined;
  }

  async readCurrentFields(tablePrefix: string): Promise<CurrentFields | undefined> {
    const found = await this.readPublished(tablePrefix);
    if (found.status === 'published') return found.table;
    if (found.status === 'unknown') return undefined;
    const Item = await this.#get(draftKey(tablePrefix));
    const { accountPrefix } = found;
    return Item && { prefix: tablePrefix, accountPrefix, version: 0, fields: fromDraftItem(Item).value.fields };
  }

  async #get(key: ControlKey): Promise<Item | undefined> {
    const Key = toItem({ ...key });
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#controlTable, Key, ConsistentRead: true }),
    );
    return Item;
  }
}
