import type { AccountRepository } from '../accounts/index.ts';
import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Repository, WriteRejection } from '../shared/domain/repository.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { StoredSwitches } from './domain/feature-switches.ts';
import type { Group, GroupId } from './domain/group.ts';
import type { Role, RoleId } from './domain/role.ts';
import type { SignInProfile } from './domain/sign-in.ts';
import type { SignIn } from './domain/sign-in-account.ts';
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
  | 'crm-id-taken'
  | 'group-unknown'
  | 'role-unknown'
  | 'account-unknown';

/**
 * Users together with their rights: a user without rights, or rights without a user, is never stored. A user with a
 * pending act of the sign-in service, and one who is removed, is in the list of pending acts from the same moment on.
 */
export interface UserRepository extends Pick<Repository<User, object, UserId>, 'read' | 'list'> {
  create(user: User, rights: UserRights, entry: AuditEntry): Promise<'written' | UserRejection>;
  /** Where the status changes, the rights are switched off or on with it. `signedOutAt` ends the sessions before it. */
  replace(
    before: Revised<User>,
    after: User,
    entry: AuditEntry,
    signedOutAt?: Date,
  ): Promise<'written' | UserRejection>;
  /**
   * Both must be unchanged since they were read.
   * @param dueAt from when on the worker removes the account in the sign-in service, if the request has not done it
   */
  remove(
    user: Revised<User>,
    rights: Revised<UserRights>,
    entry: AuditEntry,
    dueAt: Date,
  ): Promise<'written' | UserRejection>;
}

export interface PendingSignIn extends UserId {
  /** Before this time the request that stored the intent carries it out. */
  readonly dueAt: Date;
}

/** The users whose account in the sign-in service has to be brought up to date. */
export interface PendingSignIns {
  list(request: PageRequest): Promise<Page<PendingSignIn>>;
  /** Stores the result of an act, and ends it as pending, if the user still is as they were read. The revision stays. */
  complete(user: Revised<User>, signIn: SignIn): Promise<'written' | 'stale'>;
  /** Ends the act of a user who is removed. */
  forget(id: UserId): Promise<void>;
  /** Takes the right to work through the list until a time; false while another holder has it. */
  acquire(now: Date, until: Date): Promise<boolean>;
  release(until: Date): Promise<void>;
}

/** A user in the sign-in service. */
export interface DirectoryAccount extends SignInProfile {
  readonly isEnabled: boolean;
  /** Whether the user has yet to choose a password. */
  readonly awaitsPassword: boolean;
}

/**
 * The accounts with which users sign in. Each act can be repeated. An act on a user without an account has no effect.
 * @throws SignInRejection; any other error is an outage, and the act is repeated later
 */
export interface SignInDirectory {
  find(userId: string): Promise<DirectoryAccount | undefined>;
  /** Adds the account, or lets a user who has one choose a password. Sends a message if the installation sends invitations. */
  invite(userId: string, profile: SignInProfile, account: DirectoryAccount | undefined): Promise<void>;
  update(userId: string, profile: SignInProfile): Promise<void>;
  setEnabled(userId: string, isEnabled: boolean): Promise<void>;
  /** Ends all sessions: nobody can renew a token of theirs. */
  signOut(userId: string): Promise<void>;
  /** Sends a code with which the user chooses another password; the present one is good no more. */
  resetPassword(userId: string): Promise<void>;
  remove(userId: string): Promise<void>;
}

/** Starts the work through the list of pending acts, without waiting for it. */
export interface SignInWorker {
  start(): Promise<void>;
}

/** `too-many-changes`: the change does not fit into one transaction. */
export type RightsRejection = 'stale' | 'role-unknown' | 'account-unknown' | 'too-many-changes';

export interface RightsRepository {
  read(id: UserId): Promise<Revised<UserRights> | undefined>;
  replace(before: Revised<UserRights>, after: UserRights, entry: AuditEntry): Promise<'written' | RightsRejection>;
}

/** Which features are off. Revision 1 stands for switches that are not stored yet. */
export interface FeatureRepository {
  read(): Promise<Revised<StoredSwitches>>;
  replace(before: Revised<StoredSwitches>, after: StoredSwitches, entry: AuditEntry): Promise<'written' | 'stale'>;
}

/** Entries of one month, at `from` or later, before the position `below`. */
export interface AuditSpan {
  readonly month: string;
  readonly from: string;
  readonly below: string;
  readonly limit: number;
}

/** The audit, to read. A position begins with the time of its entry. */
export interface AuditReader {
  positionOf(entry: AuditEntry): string;
  /**
   * The newest entries of an account, or of all accounts and the installation. `next` is the position of the last one
   * that was read, if there are more.
   */
  read(
    list: string | 'all',
    span: AuditSpan,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: string }>;
  /** How many requests of a person a route has rejected in five minutes. */
  rejectionsOf(person: string, route: string, window: string): Promise<number | undefined>;
}

export interface PeoplePorts {
  readonly audits: AuditReader;
  readonly accounts: Pick<AccountRepository, 'read'>;
  readonly features: FeatureRepository;
  readonly groups: GroupRepository;
  readonly roles: RoleRepository;
  readonly users: UserRepository;
  readonly userRights: RightsRepository;
  readonly pendingSignIns: PendingSignIns;
  readonly directory: SignInDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}
