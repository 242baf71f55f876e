import { readFile } from 'node:fs/promises';
import { accessibilityViolations } from './support/axe.ts';
import { expect, heading, message, test } from './support/test.ts';

test.use({ role: 'supervisor' });

test('a supervisor saves a filter, which counts at once, and exports the customers that fulfil it', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `E${account}`;
  await api.createCrmTable(account, table);
  await api.publishCrmTable(account, table);
  await api.createCustomer(table, { P010: 'Amelia', P011: 'Lee', P018: 'YO1 7HH' }, 'A1');
  await api.createCustomer(table, { P010: 'Bruno', P011: 'Lee', P018: 'SW1A 1AA' }, 'A2');
  await api.createCustomer(table, { P010: 'Cleo', P011: 'Falk', P018: 'YO1 7HH' }, 'A3');

  await open(`/accounts/${account}/crm-tables/${table}/filters/new`);
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Lees of York');
  const choice = (group: number, part: string) =>
    page.getByRole('button', { name: new RegExp(`^${part} Condition 1 of group ${group} `) });
  const value = (group: number) => page.getByRole('textbox', { name: `Condition 1 of group ${group}: Value` });
  await choice(1, 'Field').click();
  await page.getByRole('option', { name: /^Last name/ }).click();
  await value(1).fill('lee');
  await expect(page.getByText('2 of 3 customers')).toBeVisible();
  await page.getByRole('button', { name: 'Add "and" group' }).click();
  await choice(2, 'Field').click();
  await page.getByRole('option', { name: /^Postcode/ }).click();
  await choice(2, 'Comparison').click();
  await page.getByRole('option', { name: 'begins with' }).click();
  await value(2).fill('yo1');
  await expect(page.getByText('1 of 3 customers')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save filter' }).click();
  await expect(message(page, 'Filter Lees of York is saved.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lees of York' })).toBeVisible();

  await page.getByRole('link', { name: 'Export customers' }).click();
  await page.getByRole('button', { name: /^Filter/ }).click();
  await page.getByRole('option', { name: 'Lees of York' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Lees of York', { exact: true })).toBeVisible();
  await page.getByLabel('Save as a definition').fill('Yorkers');
  await page.getByRole('button', { name: 'Start the export' }).click();
  await expect(heading(page, /^Yorkers.*\.csv/)).toBeVisible();
  await expect(page.getByText('Completed')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Download: The exported lines/ }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.trim().split(/\r?\n/).length).toBe(2);
  expect(text).toContain('Amelia');

  await open(`/accounts/${account}/crm-tables/${table}`);
  await page.getByRole('link', { name: 'Yorkers', exact: true }).click();
  await page.getByRole('link', { name: 'Schedule', exact: true }).click();
  await expect(heading(page, 'Schedule Yorkers')).toBeVisible();
  await page.getByRole('button', { name: 'Create schedule' }).click();
  await expect(message(page, 'Schedule Yorkers is created')).toBeVisible();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('link', { name: 'The export' }).click();
  await expect(heading(page, /^Yorkers.*\.csv/)).toBeVisible();
  await expect(page.getByText('Completed')).toBeVisible();
});
