import { PERMISSION_NAMES, type Permission } from './permissions.ts';

const AGENT: readonly Permission[] = [
  'setup.read',
  'customers.search',
  'customers.create',
  'customers.update',
  'notes.write',
  'documents.attach',
  'interactions.take',
];

const SUPERVISOR: readonly Permission[] = [
  ...AGENT,
  'campaigns.manage',
  'customers.delete',
  'customers.import',
  'customers.export',
  'outbound.manage',
  'agents.supervise',
];

/** Only a machine may have this permission; it has its own credentials. */
const FOR_MACHINES: Permission = 'interactions.deliver';

const ADMINISTRATOR: readonly Permission[] = PERMISSION_NAMES.filter((permission) => permission !== FOR_MACHINES);

/** The built-in roles; groups of the user pool have the same names. */
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
