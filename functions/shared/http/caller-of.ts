import * as z from 'zod';
import { type Caller, type Identity, NOBODY, type RightsReader } from '../domain/caller.ts';

/** An access token names the user in `username`, an id token in `cognito:username`; only an id token has the e-mail. */
const ClaimsSchema = z.object({
  sub: z.string().min(1),
  token_use: z.enum(['access', 'id']),
  username: z.string().min(1).optional(),
  'cognito:username': z.string().min(1).optional(),
  email: z.string().optional(),
  /** When the user signed in, in Unix seconds: a renewed token keeps it. */
  auth_time: z.coerce.number().optional(),
});

/**
 * The user in the claims that the JWT authorizer has verified; undefined if the claims are not those of a user's token.
 * Groups in a token grant nothing: rights are stored, so that they can change while a token is valid.
 */
export function identityOf(claims: unknown): Identity | undefined {
  const { data } = ClaimsSchema.safeParse(claims);
  if (!data) return undefined;
  // Switchboard chooses the user name, so that a restored user pool knows the same users; `sub` is Cognito's own.
  const username = data.username ?? data['cognito:username'];
  const signedInAt = data.auth_time === undefined ? undefined : new Date(data.auth_time * 1000);
  return { userId: username ?? data.sub, username, email: data.email, signedInAt };
}

/**
 * The only place that reads a caller's rights. Returns `NOBODY` without a user's token.
 * @throws DomainError `access.signed-out`
 */
export async function callerOf(claims: unknown, rights: RightsReader | undefined): Promise<Caller> {
  const identity = identityOf(claims);
  if (!identity || !rights) return NOBODY;
  const [grants, switches] = await Promise.all([
    rights.grantsOf(identity.userId, identity.signedInAt),
    rights.switches(),
  ]);
  return { ...identity, grants, switches };
}
