import type { AuditLog } from '../shared/domain/audit/rejected-request.ts';
import { type RightsReader, scopeOf } from '../shared/domain/caller.ts';
import { onAccount, onOwnAccounts } from '../shared/http/access.ts';
import type { AnswerStore } from '../shared/http/answer-store.ts';
import { entityRoutes } from '../shared/http/entity-routes.ts';
import { AccountPathSchema } from '../shared/http/path-parameters.ts';
import { NOTHING } from '../shared/http/route.ts';
import { AccountSchema, AccountUpdateSchema, accountId, NewAccountSchema } from './domain/account.ts';
import type { AccountPorts } from './ports.ts';
import { createAccount } from './use-cases/create-account.ts';
import { deleteAccount } from './use-cases/delete-account.ts';
import { editAccounts } from './use-cases/edit-accounts.ts';
import { listAccounts } from './use-cases/list-accounts.ts';

export interface AccountServices extends AccountPorts {
  readonly answers: AnswerStore;
  readonly audit: AuditLog;
  readonly rights: RightsReader;
}

export const routes = entityRoutes({
  noun: 'account',
  plural: 'accounts',
  tag: 'Accounts',
  path: '/accounts',
  params: { parent: NOTHING, id: AccountPathSchema },
  schema: AccountSchema,
  input: { create: NewAccountSchema, update: AccountUpdateSchema },
  access: onAccount,
  listAccess: onOwnAccounts,
  permissions: { read: 'setup.read', write: 'accounts.manage' },
  idOf: accountId,
  filterBy: ['prefix', 'name'],
  useCases: {
    ...editAccounts,
    list: (services, _, request, { caller }) => listAccounts(services, request, scopeOf(caller, 'setup.read')),
    create: (services: AccountServices, _, input, origin) => createAccount(services, input, origin),
    remove: (services, id, revision, origin) => deleteAccount(services, id, revision, origin),
  },
  summaries: {
    list: 'List the accounts for which you have a role, by prefix.',
    create: 'Create an account. Its prefix is unique whatever its case, and stays.',
    update: 'Update the name, the manager and the import limit of an account.',
    delete:
      'Delete an account. Rejected while it has campaigns or CRM tables, or a user has a role for it by its prefix.',
  },
  deleted: 'It is gone. Its prefix is free for another account.',
});
