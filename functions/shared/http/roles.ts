import { DomainError } from '../domain/errors.ts';

export type Role = 'agent' | 'supervisor' | 'administrator';

/** For what anyone who has a role may do. */
export const EVERYONE: readonly Role[] = ['agent', 'supervisor', 'administrator'];

/**
 * The roles in a token's claims. API Gateway hands an array of groups on as one string: `[agent supervisor]`;
 * other issuers and test tools send a list, or a single name. Groups that are no role are left out.
 */
export function rolesOf(claims: Readonly<Record<string, unknown>>): readonly Role[] {
  const groups = claims['cognito:groups'];
  const names = Array.isArray(groups) ? groups : typeof groups === 'string' ? groups.split(/[[\],\s]+/) : [];
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
