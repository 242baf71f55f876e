import * as z from 'zod';

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

/** The sign-in service rejects an act, and would reject it again. */
export class SignInRejection extends Error {
  override readonly name = 'SignInRejection';
  readonly reason: SignInReason;

  constructor(reason: SignInReason) {
    super(`The sign-in service rejects the act: ${reason}`);
    this.reason = reason;
  }
}
