import type { AccountRepository } from '../accounts/index.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { Repository, WriteRejection } from '../shared/domain/repository.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Group, GroupId } from './domain/group.ts';
import type { Role, RoleId } from './domain/role.ts';
import type { User, UserId } from './domain/user.ts';
import type { UserRights } from './domain/user-rights.ts';

/** Lists the built-in roles first. `stale` is also the rejection of the removal of a role that users have. */
export type RoleRepository = Repository<Role, object, RoleId>;

/** `stale` is also the rejection of the removal of a group that has users. */
export type GroupRepository = Repository<Group, object, GroupId>;

export type UserRejection =
  | WriteRejection
  | 'username-taken'
  | 'email-taken'
  | 'group-unknown'
  | 'role-unknown'
  | 'account-unknown';

/** Users together with their rights: a user without rights, or rights without a user, is never stored. */
export interface UserRepository extends Pick<Repository<User, object, UserId>, 'read' | 'list'> {
  create(user: User, rights: UserRights): Promise<'written' | UserRejection>;
  /** Where the status changes, the rights are switched off or on with it. */
  replace(before: Revised<User>, after: User): Promise<'written' | UserRejection>;
  /** Both must be unchanged since they were read. */
  remove(user: Revised<User>, rights: Revised<UserRights>): Promise<'written' | UserRejection>;
}

/** `too-many-changes`: the change does not fit into one transaction. */
export type RightsRejection = 'stale' | 'role-unknown' | 'account-unknown' | 'too-many-changes';

export interface RightsRepository {
  read(id: UserId): Promise<Revised<UserRights> | undefined>;
  replace(before: Revised<UserRights>, after: UserRights): Promise<'written' | RightsRejection>;
}

export interface PeoplePorts {
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly groups: GroupRepository;
  readonly roles: RoleRepository;
  readonly users: UserRepository;
  readonly userRights: RightsRepository;
  readonly clock: Clock;
  readonly ids: Ids;
}
