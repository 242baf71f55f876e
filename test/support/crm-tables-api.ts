import type * as z from 'zod';
import { type AccountRepository, accountRepository } from '../../functions/accounts/index.ts';
import type { Draft, DraftInputSchema } from '../../functions/crm-tables/domain/draft.ts';
import { crmTableRepository } from '../../functions/crm-tables/dynamodb/crm-table-repository.ts';
import { DynamoPublishedTableReader } from '../../functions/crm-tables/index.ts';
import { routes } from '../../functions/crm-tables/routes.ts';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { ControlTable } from '../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../functions/shared/http/create-api.ts';
import type { TestDynamo } from './dynamodb.ts';
import { call, type TestRequest, type TestResponse } from './http.ts';
import { MemoryAudit } from './memory-audit.ts';
import { testEntry } from './origin.ts';
import { TESTERS } from './rights.ts';

const TABLES = '/accounts/BRI/crm-tables';
const ACCOUNTS = ['BRI', 'OTH'];

/** The body of a request that saves a draft. */
export type DraftInput = z.input<typeof DraftInputSchema>;

/** The API of CRM tables on a real engine, with the accounts BRI and OTH, and short ways to work with it. */
export class CrmTablesApi {
  readonly #handler: ReturnType<typeof createApi>;

  private constructor(dynamo: TestDynamo, accounts: AccountRepository) {
    const { client, controlTable } = dynamo;
    this.#handler = createApi(routes, {
      accounts,
      tables: crmTableRepository(new ControlTable(client, controlTable)),
      versions: new DynamoPublishedTableReader(client, controlTable),
      clock: systemClock,
      answers: new DynamoAnswerStore(client, controlTable, systemClock),
      rights: TESTERS,
      audit: new MemoryAudit(),
    });
  }

  static async on(dynamo: TestDynamo): Promise<CrmTablesApi> {
    const accounts = accountRepository(new ControlTable(dynamo.client, dynamo.controlTable));
    const createdAt = systemClock.now().toISOString();
    for (const prefix of ACCOUNTS)
      await accounts.create({ prefix, name: prefix, manager: 'M', createdAt }, testEntry());
    return new CrmTablesApi(dynamo, accounts);
  }

  /** `path` is relative to the account's CRM tables, e.g. `/VOUCIM/publish`. */
  call(method: string, path: string, request: TestRequest & { readonly ifMatch?: string } = {}): Promise<TestResponse> {
    const { ifMatch, ...rest } = request;
    const headers = { ...rest.headers, ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
    return call(this.#handler, method, path.startsWith('/accounts/') ? path : `${TABLES}${path}`, { ...rest, headers });
  }

  get(path: string): Promise<TestResponse> {
    return this.call('GET', path);
  }

  create(prefix: string): Promise<TestResponse> {
    return this.call('POST', '', { body: { prefix, name: `Table ${prefix}`, defaultCountry: 'GB' } });
  }

  /** Saves the draft as `change` makes it. */
  async edit(prefix: string, change: (draft: Draft) => DraftInput): Promise<TestResponse> {
    const { body, headers } = await this.get(`/${prefix}`);
    return this.call('PUT', `/${prefix}`, { body: change(body.draft), ifMatch: String(headers.etag) });
  }

  async publish(prefix: string, confirm?: string): Promise<TestResponse> {
    const { headers } = await this.get(`/${prefix}`);
    const query = confirm === undefined ? '' : `?confirm=${encodeURIComponent(confirm)}`;
    return this.call('POST', `/${prefix}/publish${query}`, { ifMatch: String(headers.etag) });
  }

  /** A CRM table whose first version is published. */
  async published(prefix: string, change: (draft: Draft) => DraftInput = (draft) => draft): Promise<void> {
    await this.create(prefix);
    await this.edit(prefix, change);
    const { status } = await this.publish(prefix);
    if (status !== 201) throw new Error(`${prefix} was not published`);
  }
}
