import type { SeedApi } from './api.ts';

/** A page of the console, for checks that every page has to pass. */
export interface PageOfConsole {
  readonly name: string;
  readonly path: string;
  readonly heading: string;
  /** Who may see it; others see the page without access. */
  readonly permission: string;
}

/** Every page of the console, with content. The addresses are of one account that this makes. */
export async function everyPage(api: SeedApi, account: string): Promise<readonly PageOfConsole[]> {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  const campaign = await api.createCampaign(account, 'Renewals', table);
  await api.createCampaign(account, 'Without a table');
  const file = `customers-${account}.csv`;
  const importId = await api.importFile(table, file, 'Customer ID,First Name\nA1,Amelia\n');
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
    { name: 'imports', path: '/imports', heading: 'Imports', permission: 'customers.import' },
    { name: 'import', path: `/imports/${importId}`, heading: file, permission: 'customers.import' },
    { name: 'not-found', path: '/nowhere', heading: 'There is no such page', permission: read },
  ];
}
