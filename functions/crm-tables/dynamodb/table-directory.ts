import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AccountRepository } from '../../accounts/index.ts';
import type { AccountScope } from '../../shared/domain/caller.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { all } from '../../shared/dynamodb/query.ts';
import type { TableDirectory } from '../ports.ts';
import { tableList } from './pointer-item.ts';

/** The keys of this many CRM tables are read in a second. */
const MOST_TABLES = 10_000;
const ACCOUNTS_PER_PAGE = 100;
const QUERIES_IN_FLIGHT = 32;

/** Reads the list of accounts, then the keys in each account's list of tables. */
export class DynamoTableDirectory implements TableDirectory {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;
  readonly #accounts: Pick<AccountRepository, 'list'>;

  constructor(client: DynamoDBClient, controlTable: string, accounts: Pick<AccountRepository, 'list'>) {
    this.#client = client;
    this.#controlTable = controlTable;
    this.#accounts = accounts;
  }

  async prefixesOf(scope: AccountScope): Promise<string[]> {
    const accounts = scope === 'all' ? await this.#accountPrefixes() : scope;
    const lists = await mapConcurrently(accounts, QUERIES_IN_FLIGHT, (accountPrefix) => {
      const list = { ...tableList(accountPrefix), table: this.#controlTable, attributes: [] };
      return all(this.#client, list, MOST_TABLES);
    });
    return lists.flat().flatMap(({ SK }) => SK?.S ?? []);
  }

  async #accountPrefixes(): Promise<string[]> {
    const prefixes: string[] = [];
    let after: string | undefined;
    do {
      const found = await this.#accounts.list({}, { limit: ACCOUNTS_PER_PAGE, after });
      prefixes.push(...(found?.items.map(({ value }) => value.prefix) ?? []));
      after = found?.next;
    } while (after !== undefined);
    return prefixes;
  }
}
