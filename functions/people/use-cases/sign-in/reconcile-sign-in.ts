import type { Revised } from '../../../shared/domain/revised.ts';
import { type SignIn, type SignInAct, SignInRejection } from '../../domain/sign-in-account.ts';
import type { User, UserId } from '../../domain/user.ts';
import type { PeoplePorts } from '../../ports.ts';
import { applySignIn } from './apply-sign-in.ts';

export type SignInPorts = Pick<PeoplePorts, 'users' | 'pendingSignIns' | 'directory' | 'clock'>;

/** Carries out an act. @returns what is stored of it */
async function resultOf({ directory, clock }: SignInPorts, user: User, act: SignInAct): Promise<SignIn> {
  const result = (reason: SignInRejection['reason'] | null) => ({ act, at: clock.now().toISOString(), reason });
  try {
    const isInvited = await applySignIn(directory, user, act);
    const isUnknown = !isInvited && !user.signIn.isInvited;
    return { isInvited, pending: null, last: isUnknown ? user.signIn.last : result(null) };
  } catch (error) {
    if (!(error instanceof SignInRejection)) throw error;
    return { ...user.signIn, pending: null, last: result(error.reason) };
  }
}

/**
 * Carries out the pending act of a user at the sign-in service and stores the result. The stored user is the truth: if
 * another request changes the user meanwhile, its changes are carried out, too.
 * @returns the user without pending act; undefined if the user is deleted
 * @throws Error of the sign-in service: the act stays pending, and the worker repeats it
 */
export async function reconcileSignIn(ports: SignInPorts, id: UserId): Promise<Revised<User> | undefined> {
  const { users, directory, pendingSignIns } = ports;
  for (let isChanged = false; ; isChanged = true) {
    const user = await users.read(id);
    if (!user) {
      await directory.remove(id.userId);
      await pendingSignIns.forget(id);
      return undefined;
    }
    const { pending } = user.value.signIn;
    // Another request may have carried out its newer act before this one has carried out the older.
    const isDue = pending !== null || isChanged;
    const signIn = isDue ? await resultOf(ports, user.value, pending?.act ?? 'update') : user.value.signIn;
    const outcome = await pendingSignIns.complete(user, signIn);
    if (outcome === 'written') return { ...user, value: { ...user.value, signIn } };
  }
}
