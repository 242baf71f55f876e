import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { ACCOUNTS_PARTITION, accountKey } from '../../shared/dynamodb/control-keys.ts';
import { queryPage } from '../../shared/dynamodb/query-page.ts';
import type { Account } from '../domain/account.ts';
import type { AccountRepository } from '../ports.ts';
import { fromAccountItem, toAccountItem } from './account-item.ts';

export class DynamoAccountRepository implements AccountRepository {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async create(account: Account): Promise<'created' | 'prefix-taken'> {
    const isNew = await this.#putIf(toAccountItem(account, 1), 'attribute_not_exists(PK)', undefined);
    return isNew ? 'created' : 'prefix-taken';
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

  async list(page: PageRequest): Promise<Page<Account>> {
    const keys = { table: this.#controlTable, partition: ACCOUNTS_PARTITION, sortPrefix: '' };
    const found = await queryPage(this.#client, keys, page);
    return { ...found, items: found.items.map((item) => fromAccountItem(item).value) };
  }

  async replace(account: Account, revision: number): Promise<'replaced' | 'stale'> {
    const item = toAccountItem(account, revision + 1);
    const isCurrent = await this.#putIf(item, 'revision = :revision', toItem({ ':revision': revision }));
    return isCurrent ? 'replaced' : 'stale';
  }

  async #putIf(item: Item, condition: string, values: Item | undefined): Promise<boolean> {
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#controlTable,
          Item: item,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
