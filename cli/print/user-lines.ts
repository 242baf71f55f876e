import type { UserGrant } from '../api/grants.ts';
import type { Rights, User } from '../api/users.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

const COLUMNS = [
  { title: 'Name', least: 12 },
  { title: 'Username', least: 10 },
  { title: 'E-mail', least: 12 },
  { title: 'Status' },
  { title: 'Sign-in' },
] as const;

const RIGHTS = [
  { title: 'Right', least: 20 },
  { title: 'From', least: 16 },
] as const;

/** What stands for the account of a user in the sign-in service. */
function signInText({ signIn: { isInvited, pending, last } }: User): string {
  if (pending) return 'in progress';
  if (last?.reason) return `failed: ${last.reason}`;
  return isInvited ? 'invited' : 'not invited';
}

export function userListLines(users: readonly User[], width: number): string[] {
  if (users.length === 0) return ['No users match.'];
  const rows = users.map((user) => [
    ...[user.fullName, user.username, user.email ?? '–', user.status],
    signInText(user),
  ]);
  return textTable(COLUMNS, rows, width);
}

export const userLines = (user: User): string[] => [
  `${printable(user.fullName)} (${printable(user.username)}): ${user.status}, ${signInText(user)}`,
];

export const scopeText = (accounts: UserGrant['accounts']): string =>
  accounts === 'all' ? 'all accounts' : accounts.join(', ');

/** Each right of a user with the roles that give it. */
export function rightsLines(user: User, { isEnabled, permissions }: Rights, width: number): string[] {
  const name = printable(user.fullName);
  if (permissions.length === 0) return [`${name} has no role.`];
  const rows = permissions.map(({ allows, from }) => [
    allows,
    from.map(({ roleName, accounts }) => `${roleName} (${scopeText(accounts)})`).join('; '),
  ]);
  const disabled = isEnabled ? [] : [`${name} is disabled: none of these rights has an effect.`];
  return [...disabled, ...textTable(RIGHTS, rows, width)];
}
