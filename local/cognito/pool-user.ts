import * as z from 'zod';

/** A user of the pool, as Cognito keeps them, but for passwords: nobody needs one here. */
export const PoolUserSchema = z.strictObject({
  username: z.string(),
  attributes: z.record(z.string(), z.string()),
  isEnabled: z.boolean(),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED', 'RESET_REQUIRED']),
  createdAt: z.number(),
  modifiedAt: z.number(),
  /** Unix time in milliseconds: sessions that began before it are over. */
  signedOutAt: z.number().optional(),
});
export type PoolUser = z.infer<typeof PoolUserSchema>;

export const emailOf = ({ attributes }: Pick<PoolUser, 'attributes'>): string | undefined => attributes.email;

/** Whether people can sign in with the e-mail address of a user. */
export const hasVerifiedEmail = ({ attributes }: Pick<PoolUser, 'attributes'>): boolean =>
  attributes.email_verified === 'true';
