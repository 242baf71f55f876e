import { type AccountScope, type Caller, scopeOf, unionOf } from './caller.ts';
import { DomainError } from './errors.ts';
import { ALL_ON, type Feature, isOff } from './features.ts';
import { reachesEveryField, type TableOfAccount } from './field-rules.ts';
import { PERMISSIONS, type Permission } from './permissions.ts';

/**
 * The account that a permission is needed for: one by its prefix, every account, or at least one of them. `some` is for
 * the check before it is known which account a request is about.
 */
export type NeededAccount = { readonly accountPrefix: string } | 'every' | 'some';

function covers(scope: AccountScope, account: NeededAccount): boolean {
  if (scope === 'all') return true;
  if (account === 'every') return false;
  return account === 'some' ? scope.length > 0 : scope.includes(account.accountPrefix);
}

/** Whether a caller may learn that an account exists: who has any role for it. */
export function mayKnow({ grants }: Pick<Caller, 'grants'>, account: NeededAccount): boolean {
  return covers(unionOf(grants), account);
}

/** The only place that decides whether a caller may do something. @throws DomainError `access.forbidden` */
export function authorise(caller: Pick<Caller, 'grants'>, permission: Permission, account: NeededAccount): void {
  const scope = scopeOf(caller, permission);
  if (covers(scope, account)) return;
  const where = scope.length > 0 ? ' on this account' : '';
  const message = `You need the permission ${permission}${where}: ${PERMISSIONS[permission]}`;
  throw new DomainError('forbidden', 'access.forbidden', message);
}

/** The only place that decides whether a feature is on for a request. @throws DomainError `feature.off` */
export function requireFeature(
  { switches = ALL_ON }: Pick<Caller, 'switches'>,
  feature: Feature,
  account: NeededAccount,
): void {
  const accountPrefix = typeof account === 'string' ? undefined : account.accountPrefix;
  if (!isOff(switches, feature, accountPrefix)) return;
  const where = isOff(switches, feature, undefined) ? '' : ` for account ${accountPrefix}`;
  throw new DomainError('not-found', 'feature.off', `The feature ${feature} is switched off${where}.`);
}

/**
 * For a permission that is about whole customers, on one CRM table.
 * @throws DomainError `access.fields-restricted`
 */
export function requireEveryField(caller: Pick<Caller, 'grants'>, permission: Permission, table: TableOfAccount): void {
  if (reachesEveryField(caller, permission, table)) return;
  const message = `Your roles hide or protect fields of CRM table ${table.prefix}, so ${permission} has no effect there: files hold every field.`;
  throw new DomainError('forbidden', 'access.fields-restricted', message);
}
