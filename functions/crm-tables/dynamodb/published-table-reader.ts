import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Draft } from '../domain/draft.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type {
  CurrentFields,
  CurrentFieldsReader,
  DraftReader,
  PublishedLookup,
  PublishedTableReader,
} from '../ports.ts';
import { draftKey, fromDraftItem } from './draft-item.ts';
import { fromTableItem, isBeingDeleted, tableKey } from './table-item.ts';
import type { VersionCache } from './version-cache.ts';
import { fromVersionItem, versionKey } from './version-item.ts';

/** Reads the control table with strong consistency: an import must use the last published version. */
export class DynamoPublishedTableReader implements PublishedTableReader, CurrentFieldsReader, DraftReader {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;
  readonly #published: VersionCache | undefined;

  /** @param published for an API, whose requests are many and small; an import reads its version once */
  constructor(client: DynamoDBClient, controlTable: string, published?: VersionCache) {
    this.#client = client;
    this.#controlTable = controlTable;
    this.#published = published;
  }

  async readPublished(tablePrefix: string): Promise<PublishedLookup> {
    const Item = await this.#get(tableKey(tablePrefix));
    if (!Item || isBeingDeleted(Item)) return { status: 'unknown' };
    const { accountPrefix, createdAt, publishedVersion } = fromTableItem(Item);
    if (publishedVersion === undefined) return { status: 'draft-only', accountPrefix };
    const read = () => this.readVersion(tablePrefix, publishedVersion);
    const table = await (this.#published?.find({ tablePrefix, createdAt, version: publishedVersion }, read) ?? read());
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
    const draft = await this.readDraft(tablePrefix);
    const { accountPrefix } = found;
    return draft && { prefix: tablePrefix, accountPrefix, version: 0, fields: draft.fields };
  }

  async readDraft(tablePrefix: string): Promise<Draft | undefined> {
    const Item = await this.#get(draftKey(tablePrefix));
    return Item && fromDraftItem(Item).value;
  }

  async #get(key: ControlKey): Promise<Item | undefined> {
    const Key = toItem({ ...key });
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#controlTable, Key, ConsistentRead: true }),
    );
    return Item;
  }
}
