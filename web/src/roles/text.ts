import type { Permission } from '../shared/session/me.ts';

/** The texts of the pages of roles. */
export const ROLES = {
  title: 'Roles',
  description: 'A role is a set of permissions. A user has a role for all accounts or for some of them.',
  create: 'Create role',
  empty: 'Create a role for people who may do something else than the built-in roles allow.',
  name: 'Name',
  nameRule: 'Enter a name of up to 100 characters.',
  kind: 'Kind',
  builtIn: 'Built-in',
  own: 'Your own',
  permissions: 'Permissions',
  permissionsRule: 'Choose at least one permission.',
  rules: 'Rules of fields',
  rulesCount: (tables: number) => (tables === 1 ? '1 CRM table' : `${tables} CRM tables`),
  noRules: 'The role shows every field, and its permissions hold for every field.',
  rulesHelp: 'Fields that the role hides, or shows without letting them be changed.',
  hidden: 'Hidden',
  readOnly: 'Read-only',
  field: 'Field',
  code: 'Code',
  table: 'CRM table',
  chooseTable: 'Choose a CRM table',
  unknownTable: 'not found',
  unknownTableHelp: (prefix: string) =>
    `There is no published CRM table ${prefix} that you may see. If it was deleted, its rules hold for a later table of the same prefix, until they are removed.`,
  removeRules: 'Remove the rules',
  yes: 'Yes',
  created: 'Created',
  details: 'Role',
  edit: 'Edit',
  editRules: 'Rules of fields',
  copy: 'Create a similar role',
  save: 'Save changes',
  deleteText: 'The role is deleted. A role that a user has cannot be deleted.',
  rulesOf: (name: string) => `Rules of fields of ${name}`,
  rulesDescription:
    'A rule takes away from this role alone: a user with another role that shows the field sees it. A user with a rule in a CRM table imports no files into it.',
  gridHelp: 'Arrow keys move; Space sets or removes a rule. The Customer ID cannot be hidden.',
  createdNotice: (name: string) => `Role ${name} is created.`,
  savedNotice: (name: string) => `Role ${name} is saved. It takes effect within a minute.`,
} as const;

/** Every permission in words. A permission that is added does not compile without its words. */
export const PERMISSION_TEXTS: Readonly<Record<Permission, string>> = {
  'setup.read': 'See accounts, campaigns and CRM tables',
  'accounts.manage': 'Create, change and delete accounts',
  'campaigns.manage': 'Create, change and delete campaigns',
  'crm-tables.design': 'Create CRM tables and change their drafts',
  'crm-tables.publish': 'Publish CRM tables',
  'customers.search': 'Search for customers and read them',
  'customers.create': 'Create customers one by one',
  'customers.update': 'Change customers one by one',
  'customers.delete': 'Delete customers',
  'customers.erase': 'Erase a customer with the whole history, for data protection',
  'customers.import': 'Import files, with import definitions and schedules',
  'customers.export': 'Export customers to files',
  'filters.manage': 'Save, change and delete filters of customers',
  'notes.write': 'Read and write notes on customers',
  'documents.read': 'Read documents of customers',
  'documents.attach': 'Attach documents to customers, and delete one’s own',
  'documents.delete': 'Delete documents that others have attached',
  'interactions.take': 'Take calls and other interactions',
  'interactions.deliver': 'Deliver interactions (machines only)',
  'outbound.manage': 'Manage outbound lists',
  'agents.supervise': 'See what agents do and help them',
  'users.manage': 'Manage users, groups and roles',
  'maintenance.run': 'Delete CRM tables with all their customers',
  'settings.manage': 'Change the settings of the installation',
  'audit.read': 'Read who changed what',
};

/** The permissions that a role can have, by what they are about. */
export const PERMISSION_GROUPS: readonly { readonly title: string; readonly permissions: readonly Permission[] }[] = [
  {
    title: 'Setup',
    permissions: ['setup.read', 'accounts.manage', 'campaigns.manage', 'crm-tables.design', 'crm-tables.publish'],
  },
  {
    title: 'Customers',
    permissions: [
      ...(['customers.search', 'customers.create', 'customers.update', 'customers.delete', 'customers.erase'] as const),
      ...(['customers.import', 'customers.export', 'filters.manage', 'notes.write'] as const),
      ...(['documents.read', 'documents.attach', 'documents.delete'] as const),
    ],
  },
  { title: 'Work', permissions: ['interactions.take', 'outbound.manage', 'agents.supervise'] },
  { title: 'Administration', permissions: ['users.manage', 'maintenance.run', 'settings.manage', 'audit.read'] },
];
