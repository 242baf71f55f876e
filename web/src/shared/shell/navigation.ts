import type { Needs } from '../session/features-model.ts';
import type { Permission } from '../session/me.ts';

/** A page that the navigation and the command palette name. */
export interface Destination extends Needs {
  readonly text: string;
  readonly href: string;
}

const DESK: Destination = { text: 'Desk', href: '/desk', permission: 'customers.search', feature: 'crm' };

const DESTINATIONS: readonly Destination[] = [
  DESK,
  { text: 'Accounts', href: '/accounts', permission: 'setup.read' },
  { text: 'Imports', href: '/imports', permission: 'customers.import', feature: 'crm' },
  { text: 'Users', href: '/users', permission: 'users.manage' },
  { text: 'Groups', href: '/groups', permission: 'users.manage' },
  { text: 'Roles', href: '/roles', permission: 'users.manage' },
  { text: 'Audit', href: '/audit', permission: 'audit.read' },
  { text: 'Features', href: '/settings/features', permission: 'settings.manage' },
];

/** Pages that the command palette names as well: those from which something is changed. */
const FURTHER: readonly Destination[] = [
  { text: 'Create account', href: '/accounts/new', permission: 'accounts.manage' },
  { text: 'Create user', href: '/users/new', permission: 'users.manage' },
  { text: 'Create group', href: '/groups/new', permission: 'users.manage' },
  { text: 'Create role', href: '/roles/new', permission: 'users.manage' },
  { text: 'See as another user', href: '/view-as', permission: 'agents.supervise' },
];

/** Who has one of these sets Switchboard up. */
const SETTING_UP: readonly Permission[] = ['accounts.manage', 'campaigns.manage', 'crm-tables.design', 'users.manage'];

/** Whether something is shown to the user: by its permission, and by its feature. */
export type IsShown = (part: Needs) => boolean;

/** The page after the sign-in: the desk for a user who works with customers and sets nothing up. */
export function startPage(isShown: IsShown): string {
  const setsUp = SETTING_UP.some((permission) => isShown({ permission }));
  const [first = DESK] = destinations(isShown).filter((page) => page !== DESK || !setsUp);
  return first.href;
}

/** The pages of the navigation. */
export const destinations = (isShown: IsShown): readonly Destination[] => DESTINATIONS.filter(isShown);

/** The pages that the command palette names. @param isViewing whether a supervisor sees the console as another user */
export const palettePages = (isShown: IsShown, isViewing: boolean): readonly Destination[] =>
  [...DESTINATIONS, ...(isViewing ? [] : FURTHER)].filter(isShown);
