import { expect, test } from './support/test.ts';

const CAMPAIGNS = 26;

test.use({ role: 'supervisor' });

test('a list has pages, which a reload keeps and the back button leaves', async ({ page, open, api, account }) => {
  const numbers = Array.from({ length: CAMPAIGNS }, (_, index) => String(index + 1).padStart(2, '0'));
  await Promise.all(numbers.map((number) => api.createCampaign(account, `Campaign ${number}`)));
  await open(`/accounts/${account}`);
  const list = page.getByRole('table', { name: 'Campaigns' });

  await expect(list.getByRole('link')).toHaveCount(25);
  await page.getByRole('button', { name: 'Next page' }).first().click();
  await expect(list.getByRole('link')).toHaveCount(CAMPAIGNS - 25);
  await expect(page).toHaveURL(/campaigns\.page=2/);
  await page.reload();
  await expect(list.getByRole('link')).toHaveCount(CAMPAIGNS - 25);
  await page.goBack();
  await expect(list.getByRole('link')).toHaveCount(25);
});

test('a list remembers its columns in the browser @full', async ({ page, open, account }) => {
  await open(`/accounts/${account}`);
  const list = page.getByRole('table', { name: 'Campaigns' });
  const column = list.getByRole('columnheader', { name: 'CRM table' });
  await expect(column).toBeVisible();
  await page.getByRole('button', { name: 'Columns of campaigns' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'CRM table' }).uncheck({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect(column).toBeHidden();
  await page.reload();
  await expect(list.getByRole('columnheader', { name: 'Campaign name' })).toBeVisible();
  await expect(column).toBeHidden();
});

test('an empty list says what to do next @full', async ({ page, open, account }) => {
  await open(`/accounts/${account}`);
  await expect(page.getByText('Create a campaign to give agents work on the customers of a CRM table.')).toBeVisible();
});
