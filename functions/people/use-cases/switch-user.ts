import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { intend } from '../domain/sign-in.ts';
import type { User, UserId } from '../domain/user.ts';
import type { PeoplePorts } from '../ports.ts';
import { requireNoMoreRights, requireOther } from './held-permissions.ts';
import { followUser } from './sign-in/follow-user.ts';
import { getUser, replaceUser, userEntry } from './user-use-cases.ts';

/**
 * Disables or enables a user. A disabled user keeps their grants, which have no effect from the next request on, and cannot
 * sign in. Their sessions end.
 * @throws DomainError `user.self`, `user.not-found`, `rights.exceed-own`, `if-match.stale`
 */
export async function switchUser(
  ports: PeoplePorts,
  id: UserId,
  status: User['status'],
  origin: RequestOrigin,
): Promise<Revised<User>> {
  requireOther(origin.caller, id);
  const user = await getUser(ports, id);
  await requireNoMoreRights(ports, origin.caller, id);
  if (user.value.status === status) return user;
  const now = ports.clock.now();
  const after = intend({ ...user.value, status }, 'update', now);
  const action = status === 'active' ? 'enable' : 'disable';
  const entry = userEntry(origin, action, id.userId, { before: user.value, after });
  return followUser(ports, await replaceUser(ports, user, after, entry, status === 'disabled' ? now : undefined));
}
