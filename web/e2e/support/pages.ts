import type { SeedApi } from './api.ts';

/** A page of the console, for checks that every page has to pass. */
export interface PageOfConsole {
  readonly name: string;
  readonly path: string;
  readonly heading: string;
  /** Who may see it; others see the page without access. */
  readonly permission: string;
}

const LOUNGES = ['Heathrow Terminal 5', 'Gatwick South', 'Edinburgh'];

/** A CRM table with two versions, and a draft whose publication affects customers, an import definition and a schedule. */
async function createDesignedTable(api: SeedApi, account: string, table: string): Promise<void> {
  await api.createCrmTable(account, table);
  const flags = { search: false, insert: true, modify: true, result: false };
  const lounge = { label: 'Lounge', type: 'list', maxLength: 40, listValues: LOUNGES, flags, tab: 'details' };
  await api.updateFields(account, table, { P021: lounge });
  await api.publishCrmTable(account, table);
  await api.updateFields(account, table, {
    P009: { flags: { ...flags, insert: false, modify: false } },
    P012: undefined,
    P018: { label: 'Postcode or ZIP code of the address for invoices', maxLength: 6 },
    P021: { listValues: LOUNGES.slice(1), required: true },
  });
  const mapping = [
    { column: 'Customer ID', field: 'P008' },
    { column: 'Phone', field: 'P012' },
  ];
  const { body } = await api.call<{ readonly definitionId: string }>('POST', `/crm-tables/${table}/definitions`, {
    name: 'Weekly file of the partner',
    mapping,
  });
  await api.call('POST', `/crm-tables/${table}/schedules`, {
    name: 'Every morning',
    source: { kind: 'newest' },
    definition: body.definitionId,
    when: { frequency: 'daily', time: '06:30' },
    timeZone: 'Europe/London',
  });
}

/** Every page of the console, with content. The addresses are of one account that this makes. */
export async function everyPage(api: SeedApi, account: string): Promise<readonly PageOfConsole[]> {
  const table = `T${account}`;
  await createDesignedTable(api, account, table);
  const campaign = await api.createCampaign(account, 'Renewals', table);
  await api.createCampaign(account, 'Without a table');
  const file = `customers-${account}.csv`;
  const importId = await api.importFile(table, file, 'Customer ID,First Name\nA1,Amelia\nA1,Bruno\n');
  const customer = await api.createCustomer(table, { P010: 'Amelia', P011: 'Lee' });
  const desk = `/desk/${account}/${table}`;
  const search = 'customers.search';
  const { definitionId, scheduleId } = await api.createImportSetUp(table);
  const [group, role] = [await api.createGroup(`Group ${account}`), await api.createRole(`Role ${account}`, table)];
  const { body: exported } = await api.call<{ readonly exportId: string; readonly fileName: string }>(
    'POST',
    '/exports',
    {
      ...{ prefix: table, fileName: 'all customers.csv' },
    },
  );
  const { body: exportDefinition } = await api.call<{ readonly exportDefinitionId: string }>(
    'POST',
    `/crm-tables/${table}/export-definitions`,
    { name: 'Every Friday', options: { fields: ['P008', 'P011', 'P018'] } },
  );
  const exportDefinitions = `/accounts/${account}/crm-tables/${table}/export-definitions`;
  const home = `/accounts/${account}`;
  const name = `Account ${account}`;
  const read = 'setup.read';
  return [
    { name: 'accounts', path: '/accounts', heading: 'Accounts', permission: read },
    { name: 'new-account', path: '/accounts/new', heading: 'Create account', permission: 'accounts.manage' },
    { name: 'account', path: home, heading: name, permission: read },
    { name: 'edit-account', path: `${home}/edit`, heading: `Edit ${account}`, permission: 'accounts.manage' },
    { name: 'new-campaign', path: `${home}/campaigns/new`, heading: 'Create campaign', permission: 'campaigns.manage' },
    { name: 'campaign', path: `${home}/campaigns/${campaign}`, heading: 'Renewals', permission: read },
    {
      name: 'edit-campaign',
      path: `${home}/campaigns/${campaign}/edit`,
      heading: 'Edit Renewals',
      permission: 'campaigns.manage',
    },
    { name: 'crm-table', path: `${home}/crm-tables/${table}`, heading: `Table ${table}`, permission: read },
    { name: 'maintenance', path: `${home}/maintenance`, heading: 'Maintenance', permission: 'maintenance.run' },
    {
      name: 'delete-tables',
      path: `${home}/maintenance/delete-tables`,
      heading: 'Delete CRM tables',
      permission: 'maintenance.run',
    },
    {
      name: 'erase-customer',
      path: `${home}/maintenance/erase-customer`,
      heading: 'Erase a customer',
      permission: 'customers.erase',
    },
    {
      name: 'new-crm-table',
      path: `${home}/new-crm-table`,
      heading: 'Create CRM table',
      permission: 'crm-tables.design',
    },
    {
      name: 'crm-table-from-file',
      path: `${home}/new-crm-table/from-file`,
      heading: 'Create CRM table from a file',
      permission: 'crm-tables.design',
    },
    {
      name: 'designer',
      path: `${home}/crm-tables/${table}/design`,
      heading: `Design ${table}`,
      permission: 'crm-tables.design',
    },
    {
      name: 'try-out',
      path: `${home}/crm-tables/${table}/try-out`,
      heading: `Try out ${table}`,
      permission: 'crm-tables.design',
    },
    {
      name: 'publish',
      path: `${home}/crm-tables/${table}/publish`,
      heading: `Publish ${table}`,
      permission: 'crm-tables.publish',
    },
    {
      name: 'versions',
      path: `${home}/crm-tables/${table}/versions?version=2`,
      heading: `Versions of ${table}`,
      permission: read,
    },
    {
      name: 'copy',
      path: `${home}/crm-tables/${table}/copy`,
      heading: `Save ${table} as`,
      permission: 'crm-tables.design',
    },
    {
      name: 'new-filter',
      path: `${home}/crm-tables/${table}/filters/new`,
      heading: 'Create filter',
      permission: 'filters.manage',
    },
    {
      name: 'definition',
      path: `${home}/crm-tables/${table}/definitions/${definitionId}`,
      heading: 'Weekly customers',
      permission: 'customers.import',
    },
    {
      name: 'edit-definition',
      path: `${home}/crm-tables/${table}/definitions/${definitionId}/edit`,
      heading: 'Edit Weekly customers',
      permission: 'customers.import',
    },
    {
      name: 'schedule',
      path: `${home}/crm-tables/${table}/schedules/${scheduleId}`,
      heading: 'Every Monday',
      permission: 'customers.import',
    },
    {
      name: 'edit-schedule',
      path: `${home}/crm-tables/${table}/schedules/${scheduleId}/edit`,
      heading: 'Edit Every Monday',
      permission: 'customers.import',
    },
    {
      name: 'export-customers',
      path: `${home}/crm-tables/${table}/exports/new`,
      heading: 'Export customers',
      permission: 'customers.export',
    },
    {
      name: 'export-definition',
      path: `${exportDefinitions}/${exportDefinition.exportDefinitionId}`,
      heading: 'Every Friday',
      permission: 'customers.export',
    },
    {
      name: 'schedule-export',
      path: `${exportDefinitions}/${exportDefinition.exportDefinitionId}/schedule`,
      heading: 'Schedule Every Friday',
      permission: 'customers.import',
    },
    {
      name: 'export-by-definition',
      path: `${home}/crm-tables/${table}/exports/new?definition=${exportDefinition.exportDefinitionId}`,
      heading: 'Export customers',
      permission: 'customers.export',
    },
    {
      name: 'export',
      path: `${home}/crm-tables/${table}/exports/${exported.exportId}`,
      heading: exported.fileName,
      permission: 'customers.export',
    },
    { name: 'imports', path: '/imports', heading: 'Imports', permission: 'customers.import' },
    {
      name: 'new-import',
      path: `${home}/imports/new?table=${table}`,
      heading: 'Import a file',
      permission: 'customers.import',
    },
    { name: 'import', path: `/imports/${importId}`, heading: file, permission: 'customers.import' },
    {
      name: 'correct',
      path: `/imports/${importId}/correct`,
      heading: 'Correct and import again',
      permission: 'customers.import',
    },
    { name: 'users', path: '/users', heading: 'Users', permission: 'users.manage' },
    { name: 'new-user', path: '/users/new', heading: 'Create user', permission: 'users.manage' },
    { name: 'user', path: '/users/alma-lind', heading: 'Alma Lind', permission: 'users.manage' },
    { name: 'grants', path: '/users/alma-lind/roles', heading: 'Roles of Alma Lind', permission: 'users.manage' },
    { name: 'edit-user', path: '/users/alma-lind/edit', heading: 'Edit Alma Lind', permission: 'users.manage' },
    { name: 'desk', path: desk, heading: `Table ${table}`, permission: search },
    { name: 'customer', path: `${desk}/customers/${customer}`, heading: 'Amelia Lee', permission: search },
    { name: 'new-customer', path: `${desk}/new`, heading: 'New customer', permission: search },
    { name: 'groups', path: '/groups', heading: 'Groups', permission: 'users.manage' },
    { name: 'new-group', path: '/groups/new', heading: 'Create group', permission: 'users.manage' },
    { name: 'group', path: `/groups/${group}`, heading: `Group ${account}`, permission: 'users.manage' },
    { name: 'edit-group', path: `/groups/${group}/edit`, heading: `Edit Group ${account}`, permission: 'users.manage' },
    { name: 'roles', path: '/roles', heading: 'Roles', permission: 'users.manage' },
    { name: 'new-role', path: '/roles/new', heading: 'Create role', permission: 'users.manage' },
    { name: 'role', path: `/roles/${role}`, heading: `Role ${account}`, permission: 'users.manage' },
    { name: 'edit-role', path: `/roles/${role}/edit`, heading: `Edit Role ${account}`, permission: 'users.manage' },
    {
      name: 'field-rules',
      path: `/roles/${role}/fields?table=${table}`,
      heading: `Rules of fields of Role ${account}`,
      permission: 'users.manage',
    },
    { name: 'audit', path: `/audit?account=${account}`, heading: 'Audit', permission: 'audit.read' },
    { name: 'view-as', path: '/view-as', heading: 'See as another user', permission: 'agents.supervise' },
    { name: 'features', path: '/settings/features', heading: 'Features', permission: 'settings.manage' },
    { name: 'not-found', path: '/nowhere', heading: 'There is no such page', permission: read },
  ];
}
