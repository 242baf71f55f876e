import * as z from 'zod';
import type { User } from './user.ts';

/** What the sign-in service has to do for a user. Each act also brings e-mail, names and status up to date. */
const SIGN_IN_ACTS = ['invite', 'reset-password', 'update'] as const;
export type SignInAct = (typeof SIGN_IN_ACTS)[number];

/** Reasons of the sign-in service that a repetition does not remove. */
const SIGN_IN_REASONS = ['email-in-use', 'email-rejected', 'message-not-sent', 'not-invited'] as const;
type SignInReason = (typeof SIGN_IN_REASONS)[number];

const ActSchema = z.enum(SIGN_IN_ACTS).meta({ id: 'SignInAct' });

/** The account of a user in the sign-in service: the intent of an act is stored before it, the result after it. */
export const SignInSchema = z
  .strictObject({
    isInvited: z.boolean().meta({ description: 'Whether the sign-in service has an account for the user.' }),
    pending: z
      .strictObject({
        act: ActSchema,
        since: z.iso.datetime(),
        dueAt: z.iso
          .datetime()
          .meta({ description: 'From this time on Switchboard repeats the act until it succeeds.' }),
      })
      .meta({ id: 'PendingSignInAct' })
      .nullable()
      .meta({ description: 'An act that the sign-in service has yet to carry out; null if there is none.' }),
    last: z
      .strictObject({
        act: ActSchema,
        at: z.iso.datetime(),
        reason: z.enum(SIGN_IN_REASONS).nullable().meta({ description: 'Why the act failed; null if it did not.' }),
      })
      .meta({ id: 'LastSignInAct' })
      .nullable()
      .meta({ description: 'The last act with its result; null before the first.' }),
  })
  .meta({ id: 'SignInAccount' });
export type SignIn = z.infer<typeof SignInSchema>;

export const NOT_INVITED: SignIn = { isInvited: false, pending: null, last: null };
/** Of a user whom an operator has added to the sign-in service. */
export const ADDED_BY_OPERATOR: SignIn = { isInvited: true, pending: null, last: null };

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

/** The sign-in service rejects an act, and would reject it again. */
export class SignInRejection extends Error {
  override readonly name = 'SignInRejection';
  readonly reason: SignInReason;

  constructor(reason: SignInReason) {
    super(`The sign-in service rejects the act: ${reason}`);
    this.reason = reason;
  }
}
