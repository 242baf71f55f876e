import { isDeepStrictEqual } from 'node:util';
import { auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { type ExpectedRevision, nextRevision, type Revised, staleRevision } from '../../shared/domain/revised.ts';
import { getAtRevision } from '../../shared/use-cases/entity-use-cases.ts';
import type { UserId } from '../domain/user.ts';
import { namedAccounts, type UserGrant, type UserRights } from '../domain/user-rights.ts';
import type { PeoplePorts } from '../ports.ts';
import { requireOther, requireOwnGrants, resolveGrants } from './held-permissions.ts';

type GrantPorts = Pick<PeoplePorts, 'userRights' | 'roles' | 'accounts'>;

/** The grants that only one of the two lists has. */
function changedGrants(before: readonly UserGrant[], after: readonly UserGrant[]): readonly UserGrant[] {
  const without = (grants: readonly UserGrant[], others: readonly UserGrant[]) =>
    grants.filter((grant) => !others.some((other) => isDeepStrictEqual(grant, other)));
  return [...without(after, before), ...without(before, after)];
}

const unknown = (pointer: string, what: 'role' | 'account', name: string): Violation => ({
  pointer,
  code: `grants.${what}-unknown`,
  detail: `There is no ${what} ${name}.`,
});

/** The roles and accounts of new grants that do not exist. */
async function faultsOf(ports: GrantPorts, before: readonly UserGrant[], after: readonly UserGrant[]) {
  const known = new Set(namedAccounts(before));
  const resolved = await resolveGrants(ports, after);
  const faults = resolved.map(async ({ grant, role }, index): Promise<Violation[]> => {
    const pointer = `/grants/${index}`;
    const named = grant.accounts === 'all' ? [] : grant.accounts;
    const found = named.map(async (accountPrefix, at) => {
      const exists = known.has(accountPrefix) || (await ports.accounts.read({ accountPrefix })) !== undefined;
      return exists ? [] : [unknown(`${pointer}/accounts/${at}`, 'account', accountPrefix)];
    });
    const ofRole = role ? [] : [unknown(`${pointer}/roleId`, 'role', grant.roleId)];
    return [...ofRole, ...(await Promise.all(found)).flat()];
  });
  return (await Promise.all(faults)).flat();
}

const USER_NOUN = 'user';

/** @throws DomainError `user.not-found` */
export async function getRights({ userRights }: Pick<PeoplePorts, 'userRights'>, id: UserId) {
  const found = await userRights.read(id);
  if (found) return found;
  throw new DomainError('not-found', 'user.not-found', `There is no user ${id.userId}.`);
}

/** @throws DomainError `grants.invalid` */
async function requireKnown(ports: GrantPorts, before: readonly UserGrant[], after: readonly UserGrant[]) {
  const faults = await faultsOf(ports, before, after);
  if (faults.length === 0) return;
  throw new DomainError('invalid', 'grants.invalid', 'Some grants name what does not exist; see errors.', faults);
}

function tooManyChanges(): DomainError {
  const message =
    'The request changes too many roles and accounts at once. Change some of them first, then the others.';
  return new DomainError('invalid', 'grants.too-many-changes', message);
}

/**
 * Replaces the grants of a user. A grant that the caller could not give, the caller cannot take either.
 * @throws DomainError `user.self`, `user.not-found`, `if-match.stale`, `grants.invalid`, `grants.too-many-changes`,
 * `rights.exceed-own`
 */
export async function grantRights(
  ports: GrantPorts,
  id: UserId,
  grants: readonly UserGrant[],
  { revision, ...origin }: RequestOrigin & { readonly revision: ExpectedRevision },
): Promise<Revised<UserRights>> {
  requireOther(origin.caller, id);
  const before = await getAtRevision(USER_NOUN, ports.userRights, id, revision);
  await requireKnown(ports, before.value.grants, grants);
  requireOwnGrants(origin.caller, await resolveGrants(ports, changedGrants(before.value.grants, grants)));
  const after = { ...before.value, grants: [...grants] };
  const entry = auditEntry(origin, {
    ...{ kind: USER_NOUN, action: 'grant', object: id.userId, account: undefined },
    ...{ before: { grants: before.value.grants }, after: { grants } },
  });
  const outcome = await ports.userRights.replace(before, after, entry);
  if (outcome === 'written') return nextRevision(before, after);
  if (outcome === 'too-many-changes') throw tooManyChanges();
  // A role or an account may have been deleted since it was read.
  await requireKnown(ports, before.value.grants, grants);
  throw staleRevision();
}
