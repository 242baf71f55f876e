import type { Permission } from '../session/me.ts';

/** A page that the navigation and the command palette name. */
export interface Destination {
  readonly text: string;
  readonly href: string;
  /** Who may see the page. */
  readonly permission: Permission;
}

const DESTINATIONS: readonly Destination[] = [
  { text: 'Desk', href: '/desk', permission: 'customers.search' },
  { text: 'Accounts', href: '/accounts', permission: 'setup.read' },
  { text: 'Imports', href: '/imports', permission: 'customers.import' },
  { text: 'Users', href: '/users', permission: 'users.manage' },
  { text: 'Groups', href: '/groups', permission: 'users.manage' },
  { text: 'Roles', href: '/roles', permission: 'users.manage' },
  { text: 'Audit', href: '/audit', permission: 'audit.read' },
];

/** Pages that the command palette names as well. */
const FURTHER: readonly Destination[] = [
  { text: 'Create account', href: '/accounts/new', permission: 'accounts.manage' },
  { text: 'Create user', href: '/users/new', permission: 'users.manage' },
  { text: 'Create group', href: '/groups/new', permission: 'users.manage' },
  { text: 'Create role', href: '/roles/new', permission: 'users.manage' },
];

/** Who has one of these sets Switchboard up. */
const SETTING_UP: readonly Permission[] = ['accounts.manage', 'campaigns.manage', 'crm-tables.design', 'users.manage'];

/** The page after the sign-in: the desk for a user who works with customers and sets nothing up. */
export const startPage = (may: (permission: Permission) => boolean): string =>
  may('customers.search') && !SETTING_UP.some(may) ? '/desk' : '/accounts';

/** The pages of the navigation. @param may whether the user has a permission */
export function destinations(may: (permission: Permission) => boolean): readonly Destination[] {
  return DESTINATIONS.filter(({ permission }) => may(permission));
}

/** The pages that the command palette names. @param may whether the user has a permission */
export function palettePages(may: (permission: Permission) => boolean): readonly Destination[] {
  return [...DESTINATIONS, ...FURTHER].filter(({ permission }) => may(permission));
}
