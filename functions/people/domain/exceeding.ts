import { type AccountScope, type Caller, scopeOf } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Permission } from '../../shared/domain/permissions.ts';

function contains(own: AccountScope, given: AccountScope): boolean {
  if (own === 'all') return true;
  return given !== 'all' && given.every((accountPrefix) => own.includes(accountPrefix));
}

/**
 * A caller gives nobody more than they have: otherwise the permission to manage users would be every permission.
 * @throws DomainError `rights.exceed-own`
 */
export function requireOwn(caller: Pick<Caller, 'grants'>, permissions: readonly Permission[], accounts: AccountScope) {
  const missing = permissions.filter((permission) => !contains(scopeOf(caller, permission), accounts));
  if (missing.length === 0) return;
  const message = `You can give only permissions that you have for the same accounts. You lack: ${missing.join(', ')}.`;
  throw new DomainError('forbidden', 'rights.exceed-own', message);
}
