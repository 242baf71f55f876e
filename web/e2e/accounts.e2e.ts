import { expect, heading, message, test } from './support/test.ts';

test('an account and a campaign are made by mouse', async ({ page, open, freePrefix }) => {
  await open('/accounts');
  await page.getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Account name').fill('Voyages');
  await page.getByLabel('Prefix').fill(freePrefix.toLowerCase());
  await page.getByLabel('Account manager').fill('Brigitte Keller');
  await page.getByRole('button', { name: 'Create account' }).click();

  await expect(page).toHaveURL(`/accounts/${freePrefix}/campaigns/new`);
  await expect(page.getByText(`Account ${freePrefix} is created`)).toBeVisible();
  await page.getByLabel('Campaign name').fill('Renewals');
  await page.getByRole('button', { name: 'Create campaign' }).click();

  await expect(heading(page, 'Renewals')).toBeVisible();
  await expect(page.getByText('This campaign shows no customers')).toBeVisible();
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Voyages' }).click();
  await expect(heading(page, 'Voyages')).toBeVisible();
  await expect(page.getByRole('table').getByRole('link', { name: 'Renewals' })).toBeVisible();
});

test('a form says what is wrong while the user types @full', async ({ page, open, account }) => {
  await open('/accounts/new');
  await page.getByLabel('Prefix').fill('12');
  await expect(message(page, 'Enter exactly three letters.')).toBeVisible();
  await page.getByLabel('Prefix').fill(account);
  await expect(message(page, `Account ${account} already exists.`)).toBeVisible();
  await page.getByLabel('Confirm imports above (US dollars)').fill('many');
  await expect(message(page, 'Enter an amount from 0')).toBeVisible();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Account name')).toBeFocused();
});

test('a campaign uses a CRM table, and its name cannot be used again', async ({ page, open, api, account }) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/campaigns/new`);
  await page.getByLabel('Campaign name').fill('Renewals');
  await page.getByRole('main').getByRole('button', { name: 'CRM table' }).last().click();
  await page.getByRole('option', { name: new RegExp(table) }).click();
  await page.getByRole('button', { name: 'Create campaign' }).click();
  await page
    .getByRole('link', { name: `Agents of this campaign work with the customers of CRM table ${table}` })
    .click();
  await expect(heading(page, `Table ${table}`)).toBeVisible();

  await page.goto(`/accounts/${account}/campaigns/new`);
  await page.getByLabel('Campaign name').fill('RENEWALS');
  await expect(message(page, 'already has a campaign of this name')).toBeVisible();
});

test('the accounts that are open in the tree stand in the address @full', async ({ page, open, api, account }) => {
  await api.createCampaign(account, `Renewals of ${account}`);
  await open('/accounts');
  const tree = page.getByRole('tree');
  const campaign = tree.getByRole('link', { name: `Renewals of ${account}` });
  const item = tree.getByRole('treeitem').filter({ has: page.getByRole('link', { name: `Account ${account}` }) });
  await item.getByRole('button').first().click();
  await expect(campaign).toBeVisible();
  await expect(page).toHaveURL(`/accounts?tree.open=${account}`);
  await page.reload();
  await campaign.click();
  await expect(heading(page, `Renewals of ${account}`)).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Accounts')).toBeVisible();
  await expect(campaign).toBeVisible();
});
