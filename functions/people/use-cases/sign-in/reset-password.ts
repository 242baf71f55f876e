import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import type { Revised } from '../../../shared/domain/revised.ts';
import { intend } from '../../domain/sign-in.ts';
import type { User, UserId } from '../../domain/user.ts';
import type { PeoplePorts } from '../../ports.ts';
import { requireNoMoreRights } from '../held-permissions.ts';
import { getUser, replaceUser, userEntry } from '../user-use-cases.ts';
import { followUser } from './follow-user.ts';
import { requireSignIn } from './invite-users.ts';

/**
 * Makes a user choose another password, and ends their sessions: another person may know the password.
 * @throws DomainError `user.not-found`, `user.no-email`, `user.disabled`, `rights.exceed-own`, `if-match.stale`
 */
export async function resetPassword(ports: PeoplePorts, id: UserId, origin: RequestOrigin): Promise<Revised<User>> {
  const user = await getUser(ports, id);
  requireSignIn(user.value);
  await requireNoMoreRights(ports, origin.caller, id);
  const now = ports.clock.now();
  const after = intend(user.value, 'reset-password', now);
  const entry = userEntry(origin, 'reset-password', id.userId, { before: user.value, after });
  return followUser(ports, await replaceUser(ports, user, after, entry, now));
}
