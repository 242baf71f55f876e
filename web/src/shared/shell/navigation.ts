import type { Permission } from '../../people/queries.ts';

interface Destination {
  readonly text: string;
  readonly href: string;
  /** Who may see the page. */
  readonly permission: Permission;
}

/** The pages that the navigation and the command palette name. */
const DESTINATIONS: readonly Destination[] = [{ text: 'Accounts', href: '/accounts', permission: 'setup.read' }];

/** @param may whether the user has a permission */
export function destinations(may: (permission: Permission) => boolean): readonly Destination[] {
  return DESTINATIONS.filter(({ permission }) => may(permission));
}
