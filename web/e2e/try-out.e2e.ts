import type { Page } from 'playwright/test';
import { accessibilityViolations } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, heading, test } from './support/test.ts';

const FILE = {
  name: 'members.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Customer ID,Last name,Phone\nA1,Lee,020 7946 0018\nA2,Lee,01632 960200\nA2,Falk,\n'),
};

const search = async (page: Page, label: string, value: string) => {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
};

test('a draft is tried out with the records of a file, and nothing of it is stored', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `X${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/crm-tables/${table}/design`);
  await page.getByRole('button', { name: 'Try out' }).click();
  await expect(heading(page, `Try out ${table}`)).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(FILE);
  await expect(page.getByText('2 records are taken, 1 rejected.')).toBeVisible();
  await expect(page.getByText('Record 3: A customer has this Customer ID already.')).toBeVisible();

  await search(page, 'Last name', 'lee');
  await expect(page.getByText('2 customers match.', { exact: false })).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('rowheader', { name: /A2/ }).click();
  await expect(page.getByText('Customer A2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Postcode', { exact: true }).fill('far too long');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Postcode (far too long) is too long.')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByLabel('Postcode', { exact: true }).fill('YO1 7HH');
  await page.getByLabel('Phone', { exact: true }).fill('ask at work');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Phone (ask at work) is not a telephone number.')).toBeVisible();
  await expect(page.getByText('YO1 7HH')).toBeVisible();

  await page.reload();
  await expect(heading(page, `Try out ${table}`)).toBeVisible();
  await search(page, 'Last name', 'lee');
  await expect(page.getByText('No customer matches.')).toBeVisible();
});

test('by keyboard alone: an unknown caller is created with the values of the search, and found again by a digit @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `Y${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/crm-tables/${table}/try-out`);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  for (const id of ['N1', 'N2']) {
    await tabTo(page, page.getByLabel('Last name', { exact: true }));
    await press('Control+a');
    await page.keyboard.type(`Ode ${id}`);
    await press('Enter');
    await expect(page.getByText('No customer matches.')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'New customer' }));
    await press('Enter');
    await expect(page.getByLabel('Last name', { exact: true })).toHaveValue(`Ode ${id}`);
    await tabTo(page, page.getByLabel('Customer ID', { exact: true }));
    await page.keyboard.type(id);
    await press('Enter');
    await expect(page.getByText(`Customer ${id}`, { exact: true })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Back to the search' }));
    await press('Enter');
  }
  await tabTo(page, page.getByLabel('Last name', { exact: true }));
  await press('Control+a');
  await page.keyboard.type('ode');
  await press('Enter');
  await expect(page.getByRole('grid')).toBeFocused();
  await press('2');
  await expect(page.getByText('Customer N2', { exact: true })).toBeVisible();
});
