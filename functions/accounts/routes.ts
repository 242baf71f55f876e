import type { Clock } from '../shared/domain/clock.ts';
import type { Revised } from '../shared/domain/revised.ts';
import { onAccount, onEveryAccount } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { etagOf } from '../shared/http/etag.ts';
import { PageQuerySchema, pageBody, pageRequest, pageSchema } from '../shared/http/pagination.ts';
import { AccountPathSchema } from '../shared/http/path-parameters.ts';
import type { ApiResponse } from '../shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../shared/http/route.ts';
import { type Account, AccountChangeSchema, AccountSchema, NewAccountSchema } from './domain/account.ts';
import type { AccountRepository } from './ports.ts';
import { createAccount } from './use-cases/create-account.ts';
import { getAccount } from './use-cases/get-account.ts';
import { updateAccount } from './use-cases/update-account.ts';

export interface AccountServices {
  readonly accounts: AccountRepository;
  readonly clock: Clock;
  readonly answers: AnswerStore;
}

const define = routesOf<AccountServices>();
const LIST = { name: 'accounts', position: /^[A-Z]{3}$/ };

function accountResponse(status: number, { value, revision }: Revised<Account>): ApiResponse {
  return { status, body: value, etag: etagOf(revision) };
}

export const routes: readonly Route<AccountServices>[] = [
  define({
    method: 'GET',
    path: '/accounts',
    operationId: 'listAccounts',
    tag: 'Accounts',
    summary: 'List the accounts, by prefix.',
    access: onEveryAccount('setup.read'),
    request: { params: NOTHING, query: PageQuerySchema, body: NO_BODY },
    response: { status: 200, description: 'A page of accounts.', body: pageSchema(AccountSchema) },
    problems: [],
    handle: async ({ accounts }, { query }) => ({
      status: 200,
      body: pageBody(LIST, await accounts.list(pageRequest(LIST, query))),
    }),
  }),
  define({
    method: 'POST',
    path: '/accounts',
    operationId: 'createAccount',
    tag: 'Accounts',
    summary: 'Create an account. Its prefix is unique whatever its case, and stays.',
    access: onEveryAccount('accounts.manage'),
    request: { params: NOTHING, query: NOTHING, body: NewAccountSchema },
    response: { status: 201, description: 'The account.', body: AccountSchema, hasETag: true, hasLocation: true },
    problems: [409],
    handle: async (services, { body }) => {
      const account = await createAccount(services, body);
      return { ...accountResponse(201, account), location: `/accounts/${account.value.prefix}` };
    },
  }),
  define({
    method: 'GET',
    path: '/accounts/{accountPrefix}',
    operationId: 'getAccount',
    tag: 'Accounts',
    summary: 'Read an account.',
    access: onAccount('setup.read'),
    request: { params: AccountPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The account.', body: AccountSchema, hasETag: true },
    problems: [404],
    handle: async (services, { params }) => accountResponse(200, await getAccount(services, params.accountPrefix)),
  }),
  define({
    method: 'PUT',
    path: '/accounts/{accountPrefix}',
    operationId: 'updateAccount',
    tag: 'Accounts',
    summary: 'Change the name, the manager and the import limit of an account.',
    access: onAccount('accounts.manage'),
    request: { params: AccountPathSchema, query: NOTHING, body: AccountChangeSchema },
    conditional: true,
    response: { status: 200, description: 'The changed account.', body: AccountSchema, hasETag: true },
    problems: [404, 412, 428],
    handle: async (services, { params, body, revision }) =>
      accountResponse(200, await updateAccount(services, params.accountPrefix, body, revision)),
  }),
];
