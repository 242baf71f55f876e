import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { atRevision, overwrite } from '../../shared/dynamodb/overwrite.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import type { Account } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';
import { ACCOUNT_ATTRIBUTES, accountKey, fromAccountItem, toAccountItem } from './account-item.ts';
import { ACCOUNT_PARTITIONS } from './partitions.ts';

export class DynamoAccountRepository implements AccountRepository {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async create(account: Account): Promise<'created' | 'prefix-taken'> {
    const put = new PutItemCommand({
      TableName: this.#controlTable,
      Item: toAccountItem(account, 1),
      ConditionExpression: 'attribute_not_exists(PK)',
    });
    return (await this.#holds(this.#client.send(put))) ? 'created' : 'prefix-taken';
  }

  async read(prefix: string): Promise<Revised<Account> | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#controlTable,
        Key: toItem({ ...accountKey(prefix) }),
        ConsistentRead: true,
      }),
    );
    return Item ? fromAccountItem(Item) : undefined;
  }

  async list(request: PageRequest): Promise<Page<Account>> {
    const keys = { table: this.#controlTable, partition: ACCOUNT_PARTITIONS.accounts, sortPrefix: '' };
    const found = await page(this.#client, keys, request);
    return { ...found, items: readEach(found.items, (item) => fromAccountItem(item).value) };
  }

  async replace(account: Account, revision: number): Promise<'replaced' | 'stale'> {
    const item = toAccountItem(account, revision + 1);
    const update = overwrite(this.#controlTable, item, ACCOUNT_ATTRIBUTES, atRevision(revision));
    return (await this.#holds(this.#client.send(new UpdateItemCommand(update)))) ? 'replaced' : 'stale';
  }

  /** Whether the condition of a write held. */
  async #holds(write: Promise<unknown>): Promise<boolean> {
    try {
      await write;
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
