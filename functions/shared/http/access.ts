import { authorise, mayKnow, type NeededAccount, requireEveryField, requireFeature } from '../domain/authorise.ts';
import { type Caller, NOBODY, scopeOf } from '../domain/caller.ts';
import { DomainError } from '../domain/errors.ts';
import { ALL_ON, type Feature, isOffSomewhere } from '../domain/features.ts';
import { hasFieldRules, isAboutWholeCustomers, type TableOfAccount } from '../domain/field-rules.ts';
import type { Permission } from '../domain/permissions.ts';
import type { RawRequest } from './http-event.ts';
import { AccountPathSchema } from './path-parameters.ts';

/** A route without a token. */
export const PUBLIC = 'public';
/** A route for every user, also one without a role. */
export const SIGNED_IN = 'signed-in';

/**
 * Requires a permission on the account that the request is about. `accountFrom` says where that account is found; a
 * test compares it with the parts of the request.
 */
export interface Needed {
  readonly permission: Permission;
  readonly accountFrom: 'path' | 'crm-table' | 'crm-table-or-caller' | 'import' | 'export' | 'caller' | 'none';
}
export type Access = typeof PUBLIC | typeof SIGNED_IN | Needed;

/** The same in a route table, with the function that finds the account by the domain's services. */
export interface NeededOf<Services> extends Needed {
  readonly findAccount: (services: Services, request: RawRequest) => Promise<NeededAccount>;
  /** The CRM table of the request; undefined if there is none. */
  readonly findTable?: (services: Services, request: RawRequest) => Promise<TableOfAccount | undefined>;
}
export type AccessOf<Services> = typeof PUBLIC | typeof SIGNED_IN | NeededOf<Services>;

/** What a request names, for callers who may not know whether it exists. */
const NAMED: Readonly<Partial<Record<Needed['accountFrom'], string>>> = {
  path: 'account',
  'crm-table': 'crm-table',
  'crm-table-or-caller': 'crm-table',
  import: 'import',
  export: 'export',
};

/** Whether a request on this route can be about an account that the caller may not know: the answer is then 404. */
export function isAboutAccount(access: Access): boolean {
  return typeof access !== 'string' && access.accountFrom in NAMED;
}

/** For an unknown account only users with the permission on every account may call the route. */
export function accountOf(accountPrefix: string | undefined): NeededAccount {
  return accountPrefix === undefined ? 'every' : { accountPrefix };
}

/** For a route whose path names the account: `/accounts/{accountPrefix}`. */
export function onAccount(permission: Permission): NeededOf<unknown> {
  return {
    permission,
    accountFrom: 'path',
    findAccount: async (_, { params }) => accountOf(AccountPathSchema.loose().safeParse(params).data?.accountPrefix),
  };
}

/** A route that is about no single account: users with a role for some accounts only may not call it. */
export function onEveryAccount(permission: Permission): NeededOf<unknown> {
  return { permission, accountFrom: 'none', findAccount: async () => 'every' };
}

/** A list that contains only what belongs to the accounts on which the caller has the permission (`scopeOf`). */
export function onOwnAccounts(permission: Permission): NeededOf<unknown> {
  return { permission, accountFrom: 'caller', findAccount: async () => 'some' };
}

/**
 * The first check of a request: a caller without the permission learns nothing about it.
 * @throws DomainError `access.unauthenticated`, `access.forbidden`
 */
export function requirePermission(access: Access, caller: Caller): void {
  if (access === PUBLIC) return;
  if (caller === NOBODY) {
    throw new DomainError(
      'unauthenticated',
      'access.unauthenticated',
      'The request has no valid token. Sign in again.',
    );
  }
  if (access !== SIGNED_IN) authorise(caller, access.permission, 'some');
}

/** The answer to a caller who may not know whether what the request names exists. */
export class HiddenError extends DomainError {}

/** The same for a foreign account and for one that does not exist: the answer must not tell them apart. */
function hidden(noun: string): DomainError {
  const message = `There is no such ${noun === 'crm-table' ? 'CRM table' : noun}, or you have no role for its account.`;
  return new HiddenError('not-found', `${noun}.not-found`, message);
}

/**
 * The second check, after the body is parsed, since the body may name the account. The account of a CRM table or an
 * import has to be read, except for callers who have the permission on every account.
 * @throws DomainError `access.forbidden`, `access.fields-restricted`; `<noun>.not-found` for an account on which the
 * caller has no role
 */
export async function requireAccount<Services>(
  access: AccessOf<Services>,
  services: Services,
  request: RawRequest,
): Promise<void> {
  if (access === PUBLIC || access === SIGNED_IN) return;
  const { caller } = request;
  if (scopeOf(caller, access.permission) !== 'all') {
    const account = await access.findAccount(services, request);
    const noun = NAMED[access.accountFrom];
    if (noun !== undefined && !mayKnow(caller, account)) throw hidden(noun);
    authorise(caller, access.permission, account);
  }
  await requireWholeCustomers(access, services, request);
}

/**
 * The check of the feature, after those of the rights: a caller without a right learns nothing about the features. The
 * account is found only while the feature is off for some account.
 * @throws DomainError `feature.off`
 */
export async function requireFeatureOf<Services>(
  { access, feature }: { readonly access: AccessOf<Services>; readonly feature?: Feature },
  services: Services,
  request: RawRequest,
): Promise<void> {
  if (feature === undefined || access === PUBLIC) return;
  requireFeature(request.caller, feature, 'some');
  if (access === SIGNED_IN || !isOffSomewhere(request.caller.switches ?? ALL_ON, feature)) return;
  requireFeature(request.caller, feature, await access.findAccount(services, request));
}

/** Files of customers show and change every field, so a rule of a field takes the whole permission away on its table. */
async function requireWholeCustomers<Services>(
  { permission, findTable }: NeededOf<Services>,
  services: Services,
  request: RawRequest,
): Promise<void> {
  if (!findTable || !isAboutWholeCustomers(permission) || !hasFieldRules(request.caller, permission)) return;
  const table = await findTable(services, request);
  if (table) requireEveryField(request.caller, permission, table);
}
