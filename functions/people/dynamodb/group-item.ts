import { foldName } from '../../shared/domain/text.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Group } from '../domain/group.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

const GROUP_SORT_PREFIX = 'GROUP#';

export const GROUP_LIST = { partition: PEOPLE_PARTITIONS.people, sortPrefix: GROUP_SORT_PREFIX };

export function groupKey(groupId: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `${GROUP_SORT_PREFIX}${groupId}` };
}

/** Reserves the name of a group, regardless of case. */
export function groupNameKey({ name }: Pick<Group, 'name'>): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `GROUP-NAME#${foldName(name)}` };
}
