import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import {
  type ControlTable,
  claimName,
  type GuardedWrite,
  insert,
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
import { putPendingSignIn } from './sign-in-item.ts';
import { crmIdKey, emailKey, USER_LIST, userKey, usernameKey } from './user-item.ts';

const KEYS: EntityKeys<typeof UserSchema, object, UserId> = {
  schema: UserSchema,
  list: () => USER_LIST,
  key: (id) => userKey(id.userId),
  idOf: userId,
};

type Writes = GuardedWrite<UserRejection>[];

const owner = ({ id }: User) => ({ userId: id });

/** The names of a user that no other user may have: the key of the claim, and the rejection if it is taken. */
function namesOf(user: User): [ControlKey, UserRejection][] {
  const { username, email, crmId } = user;
  return [
    [usernameKey(username), 'username-taken'],
    ...(email === null ? [] : [[emailKey(email), 'email-taken'] satisfies [ControlKey, UserRejection]]),
    ...(crmId === null ? [] : [[crmIdKey(crmId), 'crm-id-taken'] satisfies [ControlKey, UserRejection]]),
  ];
}

/** Claims the names that only `after` has, and releases those that only `before` has. */
function moveNames(before: User | undefined, after: User | undefined): Writes {
  const old = before ? namesOf(before) : [];
  const added = after ? namesOf(after) : [];
  const without = (names: typeof old, others: typeof old) =>
    names.filter(([key]) => !others.some(([other]) => other.SK === key.SK));
  return [
    ...without(added, old).map(([key, taken]) => claimName(key, after ? owner(after) : {}, taken)),
    ...without(old, added).map(([key]) => releaseName(key, 'stale' as const)),
  ];
}

const moveGroups = (before: readonly string[], after: readonly string[]): Writes =>
  moveHolders(before, after, groupKey, 'group-unknown');

/** A raised revision rejects a change of the grants that is based on the rights before. */
function switchRights(before: User, after: User, signedOutAt: Date | undefined): Writes {
  if (before.status === after.status && signedOutAt === undefined) return [];
  const update = {
    UpdateExpression: `SET isEnabled = :enabled${signedOutAt ? ', signedOutAt = :signedOutAt' : ''} ADD revision :one`,
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeValues: {
      ':enabled': { BOOL: after.status === 'active' },
      ':one': { N: '1' },
      ...(signedOutAt && { ':signedOutAt': { S: signedOutAt.toISOString() } }),
    },
  };
  return [updateItem(rightsKey(after.id), update, 'stale')];
}

/** A user with a pending act is in the list from the transaction on that stores the intent. */
const listPending = ({ id, signIn }: User): Writes =>
  signIn.pending === null ? [] : [putPendingSignIn(id, new Date(signIn.pending.dueAt), 'stale')];

export function userRepository(table: ControlTable): UserRepository {
  const writes = entityWrites(KEYS);
  const { read, list } = entityRepository(table, KEYS);
  return {
    read,
    list,
    create: (user, rights: UserRights, entry) =>
      table.writeAudited<UserRejection>(
        [
          ...writes.create(user),
          ...moveNames(undefined, user),
          ...moveGroups([], groupsOf(user)),
          insert({ ...rights, ...rightsKey(user.id), revision: 1 }, 'exists'),
          ...roleHolders([], rights.grants, 'role-unknown' as const),
          ...moveAccountHolders([], rights.grants, 'account-unknown' as const),
        ],
        entry,
      ),
    replace: (before, after, entry, signedOutAt) =>
      table.writeAudited<UserRejection>(
        [
          ...writes.replace(before, after),
          ...moveNames(before.value, after),
          ...moveGroups(groupsOf(before.value), groupsOf(after)),
          ...switchRights(before.value, after, signedOutAt),
          ...listPending(after),
        ],
        entry,
      ),
    remove: (user, rights, entry, dueAt) =>
      table.writeAudited<UserRejection>(
        [
          ...writes.remove(user),
          ...moveNames(user.value, undefined),
          ...moveGroups(groupsOf(user.value), []),
          remove(rightsKey(user.value.id), rights.revision, 'stale'),
          ...roleHolders(rights.value.grants, [], 'stale' as const),
          ...moveAccountHolders(rights.value.grants, [], 'stale' as const),
          putPendingSignIn(user.value.id, dueAt, 'stale'),
        ],
        entry,
      ),
  };
}
