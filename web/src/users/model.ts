import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { REASON_TEXTS, SIGN_IN_TEXTS, STATUS_TEXTS, USERS } from './text.ts';

export type User = components['schemas']['User'];
export type EffectivePermission = components['schemas']['EffectivePermission'];
export type Invitations = components['schemas']['Invitations'];
type UserUpdate = components['schemas']['UserUpdate'];

export const isStatus = (text: string): text is User['status'] => Object.hasOwn(STATUS_TEXTS, text);

/** The most users that the API invites at once. */
export const MOST_INVITATIONS = 100;

/** The users who can be invited. */
export const invitableOf = (users: readonly User[]): readonly User[] =>
  users.filter(({ email, status }) => email !== null && status === 'active');

/** A user as the form shows them. What is not set is an empty text. */
export interface UserValues extends Record<string, string> {
  readonly username: string;
  readonly fullName: string;
  readonly email: string;
  readonly crmId: string;
  readonly language: string;
  readonly timeZone: string;
  readonly groupId: string;
  /** Ids of further groups, with spaces between. */
  readonly teamIds: string;
}

/** @param timeZone of the browser */
export const newUser = (timeZone: string): UserValues => ({
  ...{ username: '', fullName: '', email: '', crmId: '', language: 'en', timeZone, groupId: '', teamIds: '' },
});

export const USER_LABELS: Readonly<Record<keyof UserValues & string, string>> = {
  username: USERS.username,
  fullName: USERS.fullName,
  email: USERS.email,
  crmId: USERS.crmId,
  language: USERS.language,
  timeZone: USERS.timeZone,
  groupId: USERS.group,
  teamIds: USERS.teams,
};

const LONGEST_NAME = 100;
const isName = (text: string): boolean => text.trim() !== '' && text.trim().length <= LONGEST_NAME;
/** The API decides; this finds what is no address at all. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

export const USER_RULES: Rules<UserValues> = {
  username: (value) => (isName(value) ? undefined : USERS.usernameRule),
  fullName: (value) => (isName(value) ? undefined : USERS.fullNameRule),
  email: (value) => (value.trim() === '' || EMAIL.test(value.trim()) ? undefined : USERS.emailRule),
  crmId: (value) => (value.trim().length <= LONGEST_NAME ? undefined : USERS.crmIdRule),
  language: (value) => (LANGUAGE.test(value.trim()) ? undefined : USERS.languageRule),
};

export const valuesOf = ({
  username,
  fullName,
  email,
  crmId,
  language,
  timeZone,
  groupId,
  teamIds,
}: User): UserValues => ({
  ...{ username, fullName, language, timeZone },
  ...{ email: email ?? '', crmId: crmId ?? '', groupId: groupId ?? '', teamIds: teamIds.join(' ') },
});

export const teamsOf = ({ teamIds }: UserValues): string[] => teamIds.split(' ').filter((id) => id !== '');

export const updateOf = (values: UserValues): UserUpdate => ({
  username: values.username.trim(),
  fullName: values.fullName.trim(),
  email: values.email.trim() || null,
  crmId: values.crmId.trim() || null,
  language: values.language.trim(),
  timeZone: values.timeZone,
  groupId: values.groupId || null,
  teamIds: teamsOf(values),
});

/** What the list and the page show of the account of a user. */
export function signInOf({ signIn }: User): {
  readonly type: 'success' | 'pending' | 'in-progress' | 'error';
  readonly text: string;
} {
  if (signIn.pending !== null) return { type: 'in-progress', text: SIGN_IN_TEXTS.pending };
  const reason = signIn.last?.reason ?? null;
  if (reason !== null) return { type: 'error', text: `${SIGN_IN_TEXTS.failed}: ${REASON_TEXTS[reason]}` };
  return signIn.isInvited
    ? { type: 'success', text: SIGN_IN_TEXTS.ready }
    : { type: 'pending', text: SIGN_IN_TEXTS.none };
}

/** `Agent (BRI, OTH)`: the role that gives a permission, and the accounts for which it holds. */
export const originOf = ({ roleName, accounts }: EffectivePermission['from'][number]): string =>
  `${roleName} (${accounts === 'all' ? USERS.allAccounts : accounts.join(', ')})`;
