import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { GROUPS } from './text.ts';

export type Group = components['schemas']['Group'];
type User = components['schemas']['User'];
type UserUpdate = components['schemas']['UserUpdate'];

export interface GroupValues extends Record<string, string> {
  readonly name: string;
}

const LONGEST_NAME = 100;

export const GROUP_RULES: Rules<GroupValues> = {
  name: (text) => (text.trim() !== '' && text.trim().length <= LONGEST_NAME ? undefined : GROUPS.nameRule),
};

/** What the API takes of a user as they are. */
const unchanged = ({ crmId, username, fullName, email, language, timeZone, groupId, teamIds }: User): UserUpdate => ({
  ...{ crmId, username, fullName, email, language, timeZone, groupId, teamIds },
});

/** A user who also belongs to the group: as their group if they have none, otherwise as a further team. */
export const withGroup = (user: User, id: string): UserUpdate =>
  user.groupId === null
    ? { ...unchanged(user), groupId: id }
    : { ...unchanged(user), teamIds: [...user.teamIds.filter((each) => each !== id), id] };

export const withoutGroup = (user: User, id: string): UserUpdate => ({
  ...unchanged(user),
  groupId: user.groupId === id ? null : user.groupId,
  teamIds: user.teamIds.filter((each) => each !== id),
});
