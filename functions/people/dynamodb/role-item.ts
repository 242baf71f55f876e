import { foldName } from '../../shared/domain/text.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Role } from '../domain/role.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

const ROLE_SORT_PREFIX = 'ROLE#';

export const ROLE_LIST = { partition: PEOPLE_PARTITIONS.roles, sortPrefix: ROLE_SORT_PREFIX };

export function roleKey(roleId: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.roles, SK: `${ROLE_SORT_PREFIX}${roleId}` };
}

/** Reserves the name of a role, regardless of case. */
export function roleNameKey({ name }: Pick<Role, 'name'>): ControlKey {
  return { PK: PEOPLE_PARTITIONS.roles, SK: `NAME#${foldName(name)}` };
}
