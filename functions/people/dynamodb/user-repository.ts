import {
  type ControlTable,
  claimName,
  type GuardedWrite,
  insert,
  moveName,
  releaseName,
  remove,
  updateItem,
} from '../../shared/dynamodb/control-table.ts';
import { type EntityKeys, entityRepository, entityWrites } from '../../shared/dynamodb/entity-repository.ts';
import { groupsOf, type User, type UserId, UserSchema, userId } from '../domain/user.ts';
import type { UserRights } from '../domain/user-rights.ts';
import type { UserRejection, UserRepository } from '../ports.ts';
import { moveAccountHolders } from './account-holders.ts';
import { groupKey } from './group-item.ts';
import { moveHolders } from './holders.ts';
import { rightsKey, roleHolders } from './rights-item.ts';
import { emailKey, USER_LIST, userKey, usernameKey } from './user-item.ts';

const KEYS: EntityKeys<typeof UserSchema, object, UserId> = {
  schema: UserSchema,
  list: () => USER_LIST,
  key: (id) => userKey(id.userId),
  idOf: userId,
};

type Writes = GuardedWrite<UserRejection>[];

const owner = ({ id }: User) => ({ userId: id });

/** The claims on the names of a new user. */
function claims(user: User): Writes {
  const email = user.email === null ? [] : [claimName(emailKey(user.email), owner(user), 'email-taken' as const)];
  return [claimName(usernameKey(user.username), owner(user), 'username-taken'), ...email];
}

function releases({ username, email }: User): Writes {
  return [
    releaseName(usernameKey(username), 'stale'),
    ...(email === null ? [] : [releaseName(emailKey(email), 'stale' as const)]),
  ];
}

function moveEmail(before: User, after: User): Writes {
  if (before.email !== null && after.email !== null)
    return moveName(emailKey(before.email), emailKey(after.email), owner(after), 'email-taken');
  if (after.email !== null) return [claimName(emailKey(after.email), owner(after), 'email-taken')];
  return before.email === null ? [] : [releaseName(emailKey(before.email), 'stale')];
}

const moveGroups = (before: readonly string[], after: readonly string[]): Writes =>
  moveHolders(before, after, groupKey, 'group-unknown');

/** A raised revision rejects a change of the grants that is based on the rights before. */
function switchRights(before: User, after: User): Writes {
  if (before.status === after.status) return [];
  const update = {
    UpdateExpression: 'SET isEnabled = :enabled ADD revision :one',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeValues: { ':enabled': { BOOL: after.status === 'active' }, ':one': { N: '1' } },
  };
  return [updateItem(rightsKey(after.id), update, 'stale')];
}

export function userRepository(table: ControlTable): UserRepository {
  const writes = entityWrites(KEYS);
  const { read, list } = entityRepository(table, KEYS);
  return {
    read,
    list,
    create: (user, rights: UserRights) =>
      table.write<UserRejection>([
        ...writes.create(user),
        ...claims(user),
        ...moveGroups([], groupsOf(user)),
        insert({ ...rights, ...rightsKey(user.id), revision: 1 }, 'exists'),
        ...roleHolders([], rights.grants, 'role-unknown' as const),
        ...moveAccountHolders([], rights.grants, 'account-unknown' as const),
      ]),
    replace: (before, after) =>
      table.write<UserRejection>([
        ...writes.replace(before, after),
        ...moveName(
          usernameKey(before.value.username),
          usernameKey(after.username),
          owner(after),
          'username-taken' as const,
        ),
        ...moveEmail(before.value, after),
        ...moveGroups(groupsOf(before.value), groupsOf(after)),
        ...switchRights(before.value, after),
      ]),
    remove: (user, rights) =>
      table.write<UserRejection>([
        ...writes.remove(user),
        ...releases(user.value),
        ...moveGroups(groupsOf(user.value), []),
        remove(rightsKey(user.value.id), rights.revision, 'stale'),
        ...roleHolders(rights.value.grants, [], 'stale' as const),
        ...moveAccountHolders(rights.value.grants, [], 'stale' as const),
      ]),
  };
}
