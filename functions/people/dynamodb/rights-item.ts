import * as z from 'zod';
import type { Revised } from '../../shared/domain/revised.ts';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { GuardedWrite } from '../../shared/dynamodb/control-table.ts';
import { builtInRole } from '../domain/role.ts';
import { type UserGrant, type UserRights, UserRightsSchema } from '../domain/user-rights.ts';
import { moveHolders } from './holders.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';
import { roleKey } from './role-item.ts';

/** All grants of a user are one item, so that one read gives them. */
export function rightsKey(userId: string): ControlKey {
  return { PK: `${PEOPLE_PARTITIONS.rights}${userId}`, SK: 'RIGHTS' };
}

export const fromRightsItem = (item: Item): UserRights => readItem(UserRightsSchema, item);

const RevisionSchema = z.object({ revision: z.int().min(1) });

export const revisedRights = (item: Item): Revised<UserRights> => ({
  value: fromRightsItem(item),
  revision: readItem(RevisionSchema, item).revision,
});

/** The roles that count their users: a built-in role is no item. */
const storedRoles = (grants: readonly UserGrant[]): string[] =>
  grants.map(({ roleId }) => roleId).filter((roleId) => !builtInRole(roleId));

export function roleHolders<R>(
  before: readonly UserGrant[],
  after: readonly UserGrant[],
  unknown: R,
): GuardedWrite<R>[] {
  return moveHolders(storedRoles(before), storedRoles(after), roleKey, unknown);
}
