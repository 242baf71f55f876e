import type { FeatureReader, FeatureSwitches } from './features.ts';
import type { Permission } from './permissions.ts';

/** Prefixes of accounts, or `all`: every account, later ones included. */
export type AccountScope = 'all' | readonly string[];

/** What a role takes away from its permissions in one CRM table. A field without a rule is seen and changed. */
export interface FieldRules {
  /** The prefix of the CRM table. */
  readonly prefix: string;
  /** Codes of fields whose values the role does not show. */
  readonly hidden: readonly string[];
  /** Codes of fields whose values the role shows and does not change. */
  readonly readOnly: readonly string[];
}

/** One role of a caller: the permissions hold for these accounts. */
export interface Grant {
  /** The id of the role. */
  readonly role: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly accounts: AccountScope;
  /** What the role takes away from its permissions, by CRM table. */
  readonly fieldRules: readonly FieldRules[];
}

/** The user whom a token names. A token says nothing about rights. */
export interface Identity {
  /** The user name in Cognito, which never changes; people sign in by e-mail. */
  readonly userId: string;
  /** The user name, if the token has it. */
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  /** Undefined for a token that does not say it. */
  readonly signedInAt?: Date | undefined;
}

/** The user who sent a request, with their rights. */
export interface Caller extends Identity {
  readonly grants: readonly Grant[];
  /** The features that are off; absent if all are on. */
  readonly switches?: FeatureSwitches;
  /** The user as whom the caller sees the console; absent if the caller does not. `grants` is then what both have. */
  readonly viewedUserId?: string;
}

/** Reads the rights of users, as a port: tests pass their own. */
export interface RightsReader extends FeatureReader {
  /**
   * Returns no grant for an unknown user.
   * @param signedInAt when the session of the token began
   * @throws DomainError `access.signed-out` for a disabled user, and for a session that was ended
   */
  grantsOf(userId: string, signedInAt?: Date): Promise<readonly Grant[]>;
  /** The rights of a user who is not signed in here: none of an unknown or a disabled user. */
  standingGrantsOf(userId: string): Promise<readonly Grant[]>;
}

/** The caller of a request without a valid token. */
export const NOBODY: Caller = { userId: '', grants: [] };

/** The accounts on which at least one of the grants holds. */
export function unionOf(grants: readonly Grant[]): AccountScope {
  if (grants.some(({ accounts }) => accounts === 'all')) return 'all';
  return [...new Set(grants.flatMap(({ accounts }) => accounts))];
}

export function scopeOf({ grants }: Pick<Caller, 'grants'>, permission: Permission): AccountScope {
  return unionOf(grants.filter(({ permissions }) => permissions.includes(permission)));
}
