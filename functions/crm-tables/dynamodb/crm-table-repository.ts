import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { accountKey, raiseSequence } from '../../accounts/index.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { ControlTable, insertItem, mustExist } from '../../shared/dynamodb/control-table.ts';
import { atRevision, overwrite } from '../../shared/dynamodb/overwrite.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { Draft } from '../domain/draft.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { TableSummary, VersionSummary } from '../domain/summaries.ts';
import type { CrmTableRepository, TableWithDraft } from '../ports.ts';
import { DRAFT_ATTRIBUTES, draftKey, fromDraftItem, toDraftItem } from './draft-item.ts';
import { fromPointerItem, tableList, tablePointerKey, toPointerItem } from './pointer-item.ts';
import { type PublishRejection, publishWrites } from './publish-writes.ts';
import { fromTableItem, tableKey, tablePartition, toTableItem } from './table-item.ts';
import { VERSION_SORT_PREFIX, VERSION_SUMMARY_ATTRIBUTES, versionSummary } from './version-item.ts';

export class DynamoCrmTableRepository implements CrmTableRepository {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async create(table: CrmTable, draft: Draft): Promise<'created' | 'prefix-taken' | 'account-unknown'> {
    const items = [toTableItem(table), toDraftItem(table.prefix, draft, 1), toPointerItem(table, draft.name)];
    const outcome = await new ControlTable(this.#client, this.#controlTable).write([
      mustExist(accountKey(table.accountPrefix), 'account-unknown' as const),
      ...items.map((item) => insertItem(item, 'prefix-taken' as const)),
      raiseSequence(table.accountPrefix, 'account-unknown' as const),
    ]);
    return outcome === 'written' ? 'created' : outcome;
  }

  async read(accountPrefix: string, tablePrefix: string): Promise<TableWithDraft | undefined> {
    const [tableItem, draftItem] = await Promise.all([
      this.#get(tableKey(tablePrefix)),
      this.#get(draftKey(tablePrefix)),
    ]);
    if (!tableItem || !draftItem) return undefined;
    const table = fromTableItem(tableItem);
    return table.accountPrefix === accountPrefix ? { table, draft: fromDraftItem(draftItem) } : undefined;
  }

  async list(accountPrefix: string, request: PageRequest): Promise<Page<TableSummary>> {
    const keys = { ...tableList(accountPrefix), table: this.#controlTable };
    const found = await page(this.#client, keys, request);
    return { ...found, items: readEach(found.items, fromPointerItem) };
  }

  async replaceDraft(table: CrmTable, { revision }: Revised<Draft>, after: Draft): Promise<'written' | 'stale'> {
    const item = toDraftItem(table.prefix, after, revision + 1);
    const change = overwrite(this.#controlTable, item, DRAFT_ATTRIBUTES, atRevision(revision));
    const rename = {
      TableName: this.#controlTable,
      Key: toItem({ ...tablePointerKey(table.accountPrefix, table.prefix) }),
      UpdateExpression: 'SET #name = :name',
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: toItem({ ':name': after.name }),
    };
    const failed = await transact(this.#client, [{ Update: change }, { Update: rename }]);
    return failed.length === 0 ? 'written' : 'stale';
  }

  async publish(
    version: PublishedTable,
    table: CrmTable,
    draftRevision: number,
  ): Promise<'published' | PublishRejection> {
    const writes = publishWrites(this.#controlTable, version, table, draftRevision);
    const [failed] = await transact(
      this.#client,
      writes.map(({ write }) => write),
    );
    return failed === undefined ? 'published' : (writes[failed]?.rejection ?? 'stale');
  }

  async listVersions(tablePrefix: string, request: PageRequest): Promise<Page<VersionSummary>> {
    const keys = {
      table: this.#controlTable,
      partition: tablePartition(tablePrefix),
      sortPrefix: VERSION_SORT_PREFIX,
      newestFirst: true,
      attributes: VERSION_SUMMARY_ATTRIBUTES,
    };
    const found = await page(this.#client, keys, request);
    return { ...found, items: readEach(found.items, versionSummary) };
  }

  async #get(key: ControlKey): Promise<Item | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#controlTable, Key: toItem({ ...key }), ConsistentRead: true }),
    );
    return Item;
  }
}
