import type { Permission } from '../session/me.ts';

/** A page that the navigation and the command palette name. */
export interface Destination {
  readonly text: string;
  readonly href: string;
  /** Who may see the page. */
  readonly permission: Permission;
}

const DESTINATIONS: readonly Destination[] = [
  { text: 'Accounts', href: '/accounts', permission: 'setup.read' },
  { text: 'Imports', href: '/imports', permission: 'customers.import' },
  { text: 'Users', href: '/users', permission: 'users.manage' },
];

/** Pages that the command palette names as well. */
const FURTHER: readonly Destination[] = [
  { text: 'Create account', href: '/accounts/new', permission: 'accounts.manage' },
  { text: 'Create user', href: '/users/new', permission: 'users.manage' },
];

/** The pages of the navigation. @param may whether the user has a permission */
export function destinations(may: (permission: Permission) => boolean): readonly Destination[] {
  return DESTINATIONS.filter(({ permission }) => may(permission));
}

/** The pages that the command palette names. @param may whether the user has a permission */
export function palettePages(may: (permission: Permission) => boolean): readonly Destination[] {
  return [...DESTINATIONS, ...FURTHER].filter(({ permission }) => may(permission));
}
