import type { AuditEntry } from '../../shared/domain/audit/audit-entry.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { type ExpectedRevision, nextRevision, type Revised, staleRevision } from '../../shared/domain/revised.ts';
import {
  type AuditedEntity,
  type EntityUseCases,
  entryOf,
  getAtRevision,
  getEntity,
} from '../../shared/use-cases/entity-use-cases.ts';
import { afterRequest, changesSignIn, intend } from '../domain/sign-in.ts';
import { NOT_INVITED } from '../domain/sign-in-account.ts';
import type { User, UserId, UserUpdate } from '../domain/user.ts';
import type { PeoplePorts, UserRejection } from '../ports.ts';
import { getRights } from './grant-rights.ts';
import { requireNoMoreRights, requireOther } from './held-permissions.ts';
import { followDeletion, followUser } from './sign-in/follow-user.ts';

const USER_NOUN = 'user';

const AUDIT: AuditedEntity<User> = {
  account: () => undefined,
  personal: ['username', 'fullName', 'email', 'crmId'],
};
export const userEntry = entryOf(USER_NOUN, AUDIT);

function rejection(kind: 'conflict' | 'invalid', code: string, pointer: string, message: string, detail: string) {
  return new DomainError(kind, code, message, [{ pointer, code, detail }]);
}

function problemOfUser(rejected: UserRejection): DomainError {
  switch (rejected) {
    case 'username-taken': {
      const message = 'Another user has this username.';
      return rejection('conflict', 'user.username-taken', '/username', message, 'Choose another username.');
    }
    case 'email-taken': {
      const message = 'Another user has this e-mail address.';
      return rejection('conflict', 'user.email-taken', '/email', message, 'Choose another address, or none.');
    }
    case 'crm-id-taken': {
      const message = 'Another user has this CRM Id.';
      return rejection('conflict', 'user.crm-id-taken', '/crmId', message, 'Enter another id, or none.');
    }
    case 'group-unknown': {
      const message = 'One of the groups does not exist.';
      return rejection('invalid', 'user.group-unknown', '', message, 'Name existing groups in groupId and teamIds.');
    }
    default:
      return staleRevision();
  }
}

/** @throws DomainError `user.not-found` */
export const getUser = ({ users }: Pick<PeoplePorts, 'users'>, id: UserId): Promise<Revised<User>> =>
  getEntity(USER_NOUN, users, id);

/** @throws DomainError `user.not-found`, `if-match.stale` */
export const getUserAt = ({ users }: Pick<PeoplePorts, 'users'>, id: UserId, revision: ExpectedRevision) =>
  getAtRevision(USER_NOUN, users, id, revision);

/**
 * Stores a user as they are after an act.
 * @param signedOutAt ends the sessions that began before it
 * @throws DomainError `user.*-taken`, `user.group-unknown`, `if-match.stale`
 */
export async function replaceUser(
  { users }: Pick<PeoplePorts, 'users'>,
  before: Revised<User>,
  after: User,
  entry: AuditEntry,
  signedOutAt?: Date,
): Promise<Revised<User>> {
  const outcome = await users.replace(before, after, entry, signedOutAt);
  if (outcome !== 'written') throw problemOfUser(outcome);
  return nextRevision(before, after);
}

/** A new user has no rights, and no account to sign in with, yet. */
export const userUseCases: EntityUseCases<PeoplePorts, User, object, UserId, UserUpdate, UserUpdate> = {
  get: (ports, id) => getUser(ports, id),
  async list({ users }, parent, request) {
    return (await users.list(parent, request)) ?? { items: [] };
  },
  async create({ users, ids, clock }, _, input, origin) {
    const createdAt = clock.now().toISOString();
    const user: User = { id: ids.newId(), ...input, status: 'active', signIn: NOT_INVITED, createdAt };
    const entry = userEntry(origin, 'create', user.id, { after: user });
    const outcome = await users.create(user, { userId: user.id, isEnabled: true, grants: [] }, entry);
    if (outcome !== 'written') throw problemOfUser(outcome);
    return { value: user, revision: 1 };
  },
  async update(ports, id, change, revision, origin) {
    const before = await getUserAt(ports, id, revision);
    await requireNoMoreRights(ports, origin.caller, id);
    const after = { ...before.value, ...change };
    const isSeen = changesSignIn(before.value, after);
    const stored = isSeen ? intend(after, 'update', ports.clock.now()) : after;
    const entry = userEntry(origin, 'update', id.userId, { before: before.value, after });
    return followUser(ports, await replaceUser(ports, before, stored, entry));
  },
  async remove(ports, id, revision, origin) {
    requireOther(origin.caller, id);
    const user = await getUserAt(ports, id, revision);
    await requireNoMoreRights(ports, origin.caller, id);
    const entry = userEntry(origin, 'delete', id.userId, { before: user.value });
    const dueAt = afterRequest(ports.clock.now());
    const outcome = await ports.users.remove(user, await getRights(ports, id), entry, dueAt);
    if (outcome !== 'written') throw staleRevision();
    await followDeletion(ports, user.value);
  },
};
