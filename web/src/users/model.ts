import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { REASON_TEXTS, SIGN_IN_TEXTS, USERS } from './text.ts';

export type User = components['schemas']['User'];
export type EffectivePermission = components['schemas']['EffectivePermission'];
type UserUpdate = components['schemas']['UserUpdate'];

/** A user as the form shows them. What is not set is an empty text. */
export interface UserValues extends Record<string, string> {
  readonly username: string;
  readonly fullName: string;
  readonly email: string;
  readonly crmId: string;
  readonly language: string;
  readonly timeZone: string;
  readonly groupId: string;
}

/** @param timeZone of the browser */
export const newUser = (timeZone: string): UserValues => ({
  ...{ username: '', fullName: '', email: '', crmId: '', language: 'en', timeZone, groupId: '' },
});

export const USER_LABELS: Readonly<Record<keyof UserValues & string, string>> = {
  username: USERS.username,
  fullName: USERS.fullName,
  email: USERS.email,
  crmId: USERS.crmId,
  language: USERS.language,
  timeZone: USERS.timeZone,
  groupId: USERS.group,
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

export const valuesOf = ({ username, fullName, email, crmId, language, timeZone, groupId }: User): UserValues => ({
  ...{ username, fullName, language, timeZone },
  ...{ email: email ?? '', crmId: crmId ?? '', groupId: groupId ?? '' },
});

/** @param teamIds the further groups of the user, which the form does not change */
export const updateOf = (values: UserValues, teamIds: readonly string[]): UserUpdate => ({
  username: values.username.trim(),
  fullName: values.fullName.trim(),
  email: values.email.trim() || null,
  crmId: values.crmId.trim() || null,
  language: values.language.trim(),
  timeZone: values.timeZone,
  groupId: values.groupId || null,
  teamIds: [...teamIds],
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
