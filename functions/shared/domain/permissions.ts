/**
 * Every permission, with what it allows. A route requires one; roles are sets of them. The names are part of the API:
 * the OpenAPI document and `GET /me` contain them.
 */
export const PERMISSIONS = {
  'setup.read': 'See accounts, campaigns and CRM tables.',
  'accounts.manage': 'Create, change and delete accounts.',
  'campaigns.manage': 'Create, change and delete campaigns.',
  'crm-tables.design': 'Create CRM tables and change their drafts.',
  'crm-tables.publish': 'Publish the draft of a CRM table.',
  'customers.search': 'Search for customers and read them.',
  'customers.create': 'Create customers one by one.',
  'customers.update': 'Change customers one by one.',
  'customers.delete': 'Delete customers.',
  'customers.erase': 'Erase a customer with the whole history, for data protection.',
  'customers.import': 'Import customers from files: previews, uploads, import definitions and schedules.',
  'customers.export': 'Export customers to files.',
  'filters.manage': 'Save, change and delete filters of customers.',
  'notes.write': 'Read the notes on a customer and write new ones.',
  'documents.read': 'Read the documents of a customer.',
  'documents.attach': 'Attach documents to a customer, and delete those that you have attached.',
  'documents.delete': 'Delete documents that others have attached.',
  'interactions.take': 'Take calls and other interactions with customers.',
  'interactions.deliver': 'Deliver interactions from a telephony system; for machines only.',
  'outbound.manage': 'Manage outbound lists and their rules.',
  'agents.supervise': 'See what agents do and help them.',
  'users.manage': 'Manage users, groups and roles.',
  'maintenance.run': 'Delete CRM tables with all their customers.',
  'settings.manage': 'Change the settings of the installation.',
  'audit.read': 'Read who changed what.',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS).filter(isPermission);

function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Only a machine may have this permission; it has its own credentials. */
const FOR_MACHINES: Permission = 'interactions.deliver';

/** The permissions that a role may have. */
export const USER_PERMISSIONS = PERMISSION_NAMES.filter((permission) => permission !== FOR_MACHINES);
