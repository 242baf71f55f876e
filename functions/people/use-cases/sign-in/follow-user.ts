import type { Revised } from '../../../shared/domain/revised.ts';
import { log } from '../../../shared/observability/logger.ts';
import { type User, userId } from '../../domain/user.ts';
import { reconcileSignIn, type SignInPorts } from './reconcile-sign-in.ts';

/**
 * Carries out the pending act of a user in the request that has stored it. If the sign-in service cannot be reached, the
 * request succeeds all the same: the act stays pending in the answer, and the worker repeats it.
 */
export async function followUser(ports: SignInPorts, user: Revised<User>): Promise<Revised<User>> {
  if (user.value.signIn.pending === null) return user;
  return (await tryReconciling(ports, user.value)) ?? user;
}

/** Removes the account of a user who is deleted. */
export async function followDeletion(ports: SignInPorts, user: User): Promise<void> {
  await tryReconciling(ports, user);
}

async function tryReconciling(ports: SignInPorts, user: User): Promise<Revised<User> | undefined> {
  try {
    return await reconcileSignIn(ports, userId(user));
  } catch (error) {
    log.warn('sign-in.not-reconciled', {}, error);
    return undefined;
  }
}
