import { DomainError } from '../domain/errors.ts';

export type Role = 'agent' | 'supervisor' | 'administrator';

/** For what anyone who has a role may do. */
export const EVERYONE: readonly Role[] = ['agent', 'supervisor', 'administrator'];

/**
 * The roles in a token's claims. The JWT authorizer of an HTTP API hands an array of groups on as one string, `[a b]`:
 * names apart by one space, none of them quoted. Cognito allows no white space in a group name, but commas and
 * brackets. Any other form gives no role: in it a name could pass for another.
 */
export function rolesOf(claims: Readonly<Record<string, unknown>>): readonly Role[] {
  const groups = claims['cognito:groups'];
  const inner = typeof groups === 'string' ? /^\[(\S+(?: \S+)*)\]$/.exec(groups)?.[1] : undefined;
  const names = inner?.split(' ') ?? [];
  return EVERYONE.filter((role) => names.includes(role));
}

/** @throws DomainError `access.unauthenticated` without claims, `access.forbidden` without one of the roles. */
export function requireRole(allowed: readonly Role[], claims: Readonly<Record<string, unknown>> | undefined): void {
  if (!claims) {
    throw new DomainError('unauthenticated', 'access.unauthenticated', 'This request carries no valid token.');
  }
  if (rolesOf(claims).some((role) => allowed.includes(role))) return;
  throw new DomainError('forbidden', 'access.forbidden', `This needs one of the roles ${allowed.join(', ')}.`);
}
