import { type Permission, USER_PERMISSIONS } from './permissions.ts';

const AGENT: readonly Permission[] = [
  'setup.read',
  'customers.search',
  'customers.create',
  'customers.update',
  'notes.write',
  'documents.read',
  'documents.attach',
  'interactions.take',
];

const SUPERVISOR: readonly Permission[] = [
  ...AGENT,
  'campaigns.manage',
  'customers.delete',
  'documents.delete',
  'customers.import',
  'customers.export',
  'filters.manage',
  'outbound.manage',
  'agents.supervise',
];

const ADMINISTRATOR: readonly Permission[] = USER_PERMISSIONS;

/** The built-in roles by their ids, from the least permissions to the most. They cannot be changed or deleted. */
export const ROLES = {
  agent: AGENT,
  supervisor: SUPERVISOR,
  administrator: ADMINISTRATOR,
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLES;

export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}

export const ROLE_NAMES = Object.keys(ROLES).filter(isRole);
