import type { Caller } from '../../shared/domain/caller.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { User, UserId } from '../domain/user.ts';
import type { PeoplePorts } from '../ports.ts';
import { requireNoMoreRights, requireOther } from './held-permissions.ts';
import { getUser, replaceUser } from './user-use-cases.ts';

/**
 * Disables or enables a user. A disabled user keeps their grants, which have no effect from the next request on.
 * @throws DomainError `user.self`, `user.not-found`, `rights.exceed-own`, `if-match.stale`
 */
export async function switchUser(
  ports: PeoplePorts,
  id: UserId,
  status: User['status'],
  { caller }: { readonly caller: Caller },
): Promise<Revised<User>> {
  requireOther(caller, id);
  const user = await getUser(ports, id);
  await requireNoMoreRights(ports, caller, id);
  return user.value.status === status ? user : replaceUser(ports, user, { ...user.value, status });
}
