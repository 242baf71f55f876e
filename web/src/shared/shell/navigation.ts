import type { Feature } from '../session/features-model.ts';
import type { Permission } from '../session/me.ts';

/** A page that the navigation and the command palette name. */
export interface Destination {
  readonly text: string;
  readonly href: string;
  /** Who may see the page. */
  readonly permission: Permission;
  /** While it is off there is no such page. */
  readonly feature?: Feature;
}

const DESTINATIONS: readonly Destination[] = [
  { text: 'Desk', href: '/desk', permission: 'customers.search', feature: 'crm' },
  { text: 'Accounts', href: '/accounts', permission: 'setup.read' },
  { text: 'Imports', href: '/imports', permission: 'customers.import', feature: 'crm' },
  { text: 'Users', href: '/users', permission: 'users.manage' },
  { text: 'Groups', href: '/groups', permission: 'users.manage' },
  { text: 'Roles', href: '/roles', permission: 'users.manage' },
  { text: 'Audit', href: '/audit', permission: 'audit.read' },
  { text: 'Features', href: '/settings/features', permission: 'settings.manage' },
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

/**
 * The page after the sign-in: the desk for a user who works with customers and sets nothing up.
 * @param hasDesk whether the feature of the desk is on
 */
export const startPage = (may: (permission: Permission) => boolean, hasDesk: boolean): string =>
  hasDesk && may('customers.search') && !SETTING_UP.some(may) ? '/desk' : '/accounts';

/** Whether something is shown to the user: by its permission, and by its feature. */
export type IsShown = (part: Pick<Destination, 'permission' | 'feature'>) => boolean;

/** The pages of the navigation. */
export const destinations = (isShown: IsShown): readonly Destination[] => DESTINATIONS.filter(isShown);

/** The pages that the command palette names. */
export const palettePages = (isShown: IsShown): readonly Destination[] => [...DESTINATIONS, ...FURTHER].filter(isShown);
