import { onAccount } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { AccountPathSchema } from '../shared/http/path-parameters.ts';
import { NOTHING } from '../shared/http/route.ts';
import { AccountSchema, AccountUpdateSchema, accountId, NewAccountSchema } from './domain/account.ts';
import type { AccountPorts } from './ports.ts';
import { accountUseCases } from './use-cases/account-use-cases.ts';

export interface AccountServices extends AccountPorts {
  readonly answers: AnswerStore;
}

/** An account is never deleted. */
const { list, create, get, update } = accountUseCases;

export const routes = entityRoutes({
  noun: 'account',
  plural: 'accounts',
  tag: 'Accounts',
  path: '/accounts',
  params: { parent: NOTHING, id: AccountPathSchema },
  schema: AccountSchema,
  input: { create: NewAccountSchema, update: AccountUpdateSchema },
  access: onAccount,
  permissions: { read: 'setup.read', write: 'accounts.manage' },
  idOf: accountId,
  filterBy: ['prefix', 'name'],
  useCases: { list, create, get, update },
  summaries: {
    list: 'List the accounts, by prefix.',
    create: 'Create an account. Its prefix is unique whatever its case, and stays.',
    update: 'Update the name, the manager and the import limit of an account.',
  },
});
