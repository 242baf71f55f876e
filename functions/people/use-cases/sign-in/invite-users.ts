import { DomainError } from '../../../shared/domain/errors.ts';
import { mapConcurrently } from '../../../shared/domain/map-concurrently.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import type { Revised } from '../../../shared/domain/revised.ts';
import { intend } from '../../domain/sign-in.ts';
import type { User, UserId } from '../../domain/user.ts';
import type { PeoplePorts, SignInWorker } from '../../ports.ts';
import { requireNoMoreRights } from '../held-permissions.ts';
import { getUser, replaceUser, userEntry } from '../user-use-cases.ts';
import { followUser } from './follow-user.ts';

/** Requests of the database at the same time. */
const CONCURRENCY = 10;

/** @throws DomainError `user.no-email`, `user.disabled` */
export function requireSignIn({ email, status }: User): void {
  if (email === null) {
    throw new DomainError('conflict', 'user.no-email', 'The user has no e-mail address. Enter one first.');
  }
  if (status === 'disabled')
    throw new DomainError('conflict', 'user.disabled', 'The user is disabled. Enable them first.');
}

async function intendInvitation(ports: PeoplePorts, id: UserId, origin: RequestOrigin, by: 'request' | 'worker') {
  const user = await getUser(ports, id);
  requireSignIn(user.value);
  await requireNoMoreRights(ports, origin.caller, id);
  const after = intend(user.value, 'invite', ports.clock.now(), by);
  return replaceUser(ports, user, after, userEntry(origin, 'invite', id.userId, { before: user.value, after }));
}

/**
 * Gives a user an account to sign in with, and sends an invitation if the installation sends them. A user who has an
 * account and has not signed in yet gets the invitation again.
 * @throws DomainError `user.not-found`, `user.no-email`, `user.disabled`, `rights.exceed-own`, `if-match.stale`
 */
export async function inviteUser(ports: PeoplePorts, id: UserId, origin: RequestOrigin): Promise<Revised<User>> {
  return followUser(ports, await intendInvitation(ports, id, origin, 'request'));
}

export interface Invitations {
  readonly accepted: readonly string[];
  readonly rejected: ReadonlyArray<{ readonly userId: string; readonly code: string; readonly detail: string }>;
}

/** Stores the intent to invite each of the users, and leaves the invitations to the worker, which keeps to a rate. */
export async function inviteUsers(
  { worker, ...ports }: PeoplePorts & { readonly worker: SignInWorker },
  userIds: readonly string[],
  origin: RequestOrigin,
): Promise<Invitations> {
  const outcomes = await mapConcurrently(userIds, CONCURRENCY, async (userId) => {
    try {
      await intendInvitation(ports, { userId }, origin, 'worker');
      return { userId };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { userId, code: error.code, detail: error.message };
    }
  });
  const rejected = outcomes.flatMap((outcome) => (outcome.code === undefined ? [] : [outcome]));
  const accepted = outcomes.flatMap(({ userId, code }) => (code === undefined ? [userId] : []));
  if (accepted.length > 0) await worker.start();
  return { accepted, rejected };
}
