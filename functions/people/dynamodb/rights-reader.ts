import type { Grant, RightsReader } from '../../shared/domain/caller.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { builtInRole, type Role, RoleSchema } from '../domain/role.ts';
import type { UserRights } from '../domain/user-rights.ts';
import { featureReader } from './feature-reader.ts';
import { fromRightsItem, rightsKey } from './rights-item.ts';
import { roleKey } from './role-item.ts';

/** A changed role has its effect in every environment of every function after this time (docs/adr/0034). */
const ROLE_LIFETIME_MS = 60_000;

/** Reads roles of administrators, each at most once a minute. */
class RoleCache {
  readonly #table: ControlTable;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly role: Role; readonly until: number }>();

  constructor(table: ControlTable, clock: Clock) {
    this.#table = table;
    this.#clock = clock;
  }

  async find(roleId: string): Promise<Role | undefined> {
    const now = this.#clock.now().getTime();
    const known = this.#known.get(roleId);
    if (known && known.until > now) return known.role;
    const item = await this.#table.getEventually(roleKey(roleId));
    const role = item && readItem(RoleSchema, item);
    if (role) this.#known.set(roleId, { role, until: now + ROLE_LIFETIME_MS });
    else this.#known.delete(roleId);
    return role;
  }
}

/** @throws DomainError `access.signed-out` */
function requireSession({ isEnabled, signedOutAt }: UserRights, signedInAt: Date | undefined): void {
  const isEnded = signedOutAt !== undefined && (signedInAt === undefined || signedInAt < new Date(signedOutAt));
  if (isEnabled && !isEnded) return;
  throw new DomainError('unauthenticated', 'access.signed-out', 'This session was ended. Sign in again.');
}

/**
 * Reads the rights of a caller with one eventually consistent read of half a unit. The rights themselves are not cached: a
 * disabled user and a removed grant have their effect with the next request, or about a second later.
 */
export function rightsReader(table: ControlTable, clock: Clock): RightsReader {
  const cache = new RoleCache(table, clock);
  const rightsOf = async (userId: string): Promise<UserRights | undefined> => {
    const item = await table.getEventually(rightsKey(userId));
    return item && fromRightsItem(item);
  };
  const resolve = async ({ grants }: UserRights): Promise<Grant[]> => {
    const found = grants.map(async ({ roleId, accounts }): Promise<Grant[]> => {
      const role = builtInRole(roleId) ?? (await cache.find(roleId));
      if (!role) return [];
      const { id, name, permissions, fieldRules } = role;
      return [{ role: id, name, permissions, accounts, fieldRules }];
    });
    return (await Promise.all(found)).flat();
  };
  return {
    ...featureReader(table, clock),
    async grantsOf(userId, signedInAt) {
      const rights = await rightsOf(userId);
      if (!rights) return [];
      requireSession(rights, signedInAt);
      return resolve(rights);
    },
    async standingGrantsOf(userId) {
      const rights = await rightsOf(userId);
      return rights?.isEnabled ? resolve(rights) : [];
    },
  };
}
