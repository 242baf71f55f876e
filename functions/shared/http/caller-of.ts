import * as z from 'zod';
import { type Caller, type Grant, NOBODY } from '../domain/caller.ts';
import { isRole, ROLES } from '../domain/roles.ts';

/** An access token names the user in `username`, an id token in `cognito:username`; only an id token has the e-mail. */
const ClaimsSchema = z.object({
  sub: z.string().min(1),
  token_use: z.enum(['access', 'id']),
  username: z.string().optional(),
  'cognito:username': z.string().optional(),
  email: z.string().optional(),
  // Absent for a user without a group.
  'cognito:groups': z.string().optional(),
});

/**
 * The JWT authorizer of an HTTP API hands an array of groups on as one string, `[a b]`: names apart by one space, none of
 * them quoted. Cognito allows no white space in a group name, but commas and brackets. Any other form gives no group: in
 * it a name could pass for another.
 */
function groupsIn(claim: string): readonly string[] {
  const inner = /^\[(\S+(?: \S+)*)\]$/.exec(claim)?.[1];
  return inner?.split(' ') ?? [];
}

/** A group that is not a role grants nothing. */
function grantsOf(groups: readonly string[]): Grant[] {
  return [...new Set(groups)].filter(isRole).map((role) => ({ role, permissions: ROLES[role], accounts: 'all' }));
}

/**
 * The only place that reads a caller's rights: the groups in the claims that the JWT authorizer has verified. Returns
 * `NOBODY` if the claims are not those of a user's token.
 */
export function callerOf(claims: unknown): Caller {
  const { data } = ClaimsSchema.safeParse(claims);
  if (!data) return NOBODY;
  // The administrator chooses the user name, so that a restored user pool knows the same users; `sub` is Cognito's own.
  const username = data.username ?? data['cognito:username'];
  return {
    userId: username ?? data.sub,
    username,
    email: data.email,
    grants: grantsOf(groupsIn(data['cognito:groups'] ?? '')),
  };
}
