import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionRefusal, DefinitionRepository, FormerDefault } from '../ports.ts';
import { forgetHolders } from './definition-holders.ts';
import {
  DEFINITION_SORT_PREFIX,
  definitionKey,
  definitionPartition,
  fromDefinitionItem,
  versionSortPrefix,
} from './definition-item.ts';
import { definitionWrites, deletionWrites, type GuardedWrite } from './definition-writes.ts';

export class DynamoDefinitionRepository implements DefinitionRepository {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async create(created: Definition, former: FormerDefault | undefined): Promise<'written' | DefinitionRefusal> {
    return (await this.#refusalOf(definitionWrites(this.#table, undefined, created, former))) ?? 'written';
  }

  async replace(
    before: Definition,
    after: Definition,
    former: FormerDefault | undefined,
  ): Promise<'written' | DefinitionRefusal> {
    return (await this.#refusalOf(definitionWrites(this.#table, before, after, former))) ?? 'written';
  }

  async delete(definition: Definition): Promise<'deleted' | 'stale' | 'in-use'> {
    const holders = forgetHolders(this.#table, definition.prefix, definition.definitionId);
    return (await this.#refusalOf(deletionWrites(this.#table, definition, holders))) ?? 'deleted';
  }

  async read(prefix: string, definitionId: string): Promise<Definition | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: toItem({ ...definitionKey(prefix, definitionId) }),
        ConsistentRead: true,
      }),
    );
    return Item && fromDefinitionItem(Item);
  }

  list(prefix: string, request: PageRequest): Promise<Page<Definition>> {
    return this.#page(prefix, DEFINITION_SORT_PREFIX, request, false);
  }

  listVersions(prefix: string, definitionId: string, request: PageRequest): Promise<Page<Definition>> {
    return this.#page(prefix, versionSortPrefix(definitionId), request, true);
  }

  async #page(
    prefix: string,
    sortPrefix: string,
    request: PageRequest,
    newestFirst: boolean,
  ): Promise<Page<Definition>> {
    const keys = { table: this.#table, partition: definitionPartition(prefix), sortPrefix, newestFirst };
    const found = await page(this.#client, keys, request);
    return { ...found, items: readEach(found.items, fromDefinitionItem) };
  }

  async #refusalOf<Refusal>(writes: ReadonlyArray<GuardedWrite<Refusal>>): Promise<Refusal | undefined> {
    const [failed] = await transact(
      this.#client,
      writes.map(({ write }) => write),
    );
    return failed === undefined ? undefined : writes[failed]?.refusal;
  }
}
