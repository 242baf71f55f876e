import type { Permission } from './permissions.ts';

/** Prefixes of accounts, or `all`: every account, later ones included. */
export type AccountScope = 'all' | readonly string[];

/** One role of a caller: the permissions hold for these accounts. */
export interface Grant {
  readonly role: string;
  readonly permissions: readonly Permission[];
  readonly accounts: AccountScope;
}

/** The user who sent a request, with their rights. */
export interface Caller {
  /** The user name in Cognito, which never changes; people sign in by e-mail. */
  readonly userId: string;
  /** The user name, if the token has it. */
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly grants: readonly Grant[];
}

/** The caller of a request without a valid token. */
export const NOBODY: Caller = { userId: '', grants: [] };

/** The accounts on which at least one of the grants holds. */
export function unionOf(grants: readonly Grant[]): AccountScope {
  if (grants.some(({ accounts }) => accounts === 'all')) return 'all';
  return [...new Set(grants.flatMap(({ accounts }) => accounts))];
}

export function scopeOf({ grants }: Caller, permission: Permission): AccountScope {
  return unionOf(grants.filter(({ permissions }) => permissions.includes(permission)));
}
