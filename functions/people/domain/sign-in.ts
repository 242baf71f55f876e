import type { SignInAct } from './sign-in-account.ts';
import type { User } from './user.ts';

/** What the sign-in service knows of a user. */
export interface SignInProfile {
  readonly email: string;
  readonly username: string;
  readonly fullName: string;
}

/** Undefined for a user without an e-mail address, who cannot sign in. */
export const profileOf = ({ email, username, fullName }: User): SignInProfile | undefined =>
  email === null ? undefined : { email, username, fullName };

/** Whether the sign-in service has to learn of a change. */
export function changesSignIn(before: User, after: User): boolean {
  return (['email', 'username', 'fullName', 'status'] as const).some((name) => before[name] !== after[name]);
}

/** A request has this time to carry out its act itself. */
const REQUEST_MS = 30_000;

/** When the worker takes over an act that a request of now carries out. */
export const afterRequest = (now: Date): Date => new Date(now.getTime() + REQUEST_MS);

/**
 * Stores the intent of an act in the user. An act that is still pending is kept if the new one is an update, which is
 * part of it.
 * @param by who carries it out first: the request that stores the intent, or the worker
 */
export function intend(user: User, act: SignInAct, now: Date, by: 'request' | 'worker' = 'request'): User {
  const { pending } = user.signIn;
  const dueAt = by === 'worker' ? now : afterRequest(now);
  const intent = {
    act: act === 'update' && pending ? pending.act : act,
    since: now.toISOString(),
    dueAt: dueAt.toISOString(),
  };
  return { ...user, signIn: { ...user.signIn, pending: intent } };
}
