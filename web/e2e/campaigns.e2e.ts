import { expect, heading, message, test } from './support/test.ts';

test.use({ role: 'supervisor' });

test('a supervisor gives a campaign its CRM table and the short name of its CRM', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  const id = await api.createCampaign(account, 'Renewals');
  await api.createCampaign(account, 'Cancellations');
  await open(`/accounts/${account}/campaigns/${id}`);
  await expect(page.getByText('This campaign shows no customers: choose a CRM table for it.')).toBeVisible();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();

  await page.getByLabel('Campaign name').fill('cancellations');
  await expect(message(page, 'already has a campaign of this name')).toBeVisible();
  await page.getByLabel('Campaign name').fill('Renewals in spring');
  await expect(message(page, 'already has a campaign of this name')).toBeHidden();
  await page.getByRole('main').getByRole('button', { name: 'CRM table' }).last().click();
  await page.getByRole('option', { name: new RegExp(table) }).click();
  await page.getByLabel('Short name of the CRM').fill('Voyagers');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(heading(page, 'Renewals in spring')).toBeVisible();
  await expect(page.getByText('Voyagers')).toBeVisible();
  await expect(page.getByRole('link', { name: `Agents of this campaign work with the customers` })).toBeVisible();
});
