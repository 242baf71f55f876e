import type { Page } from 'playwright/test';
import { personOf } from './support/environment.ts';
import { expect, heading, test } from './support/test.ts';

const FILE = 'Customer ID,First Name\nA1,Amelia\nA2,Bruno\n';
/** A2 has no cell for the first name, A3 a repeated Customer ID; no field has the name of the last column. */
const FAULTY = 'Customer ID,First Name,Shoe size\nA1,Amelia,38\nA2\nA1,Anna,39\n';

test.use({ role: 'supervisor' });

// On a busy machine an import takes a minute.
const MOST_MS = 120_000;

const statusOf = (page: Page, text: string) =>
  expect(page.getByText(text, { exact: true })).toBeVisible({ timeout: MOST_MS });

/** The imports of other journeys run at the same time, and would cover the notices of this one. */
async function showImportsOf(page: Page, table: string): Promise<void> {
  await page.route('**/api/imports?*', async (route) => {
    const response = await route.fetch();
    const body: { readonly items: readonly { readonly prefix: string }[] } = await response.json();
    await route.fulfill({ response, json: { ...body, items: body.items.filter(({ prefix }) => prefix === table) } });
  });
}

test('a running import shows a notice, and then how it ended', async ({ page, open, api, account }) => {
  const table = `T${account}`;
  const file = `customers-${account}.csv`;
  await api.createCrmTable(account, table);
  await showImportsOf(page, table);
  await open('/accounts');
  await api.importFile(table, file, FILE);
  await page.reload();
  const notices = page.getByRole('region', { name: 'Notifications' });
  await expect(notices).toContainText(file);
  await expect(notices).toContainText(`${file} into ${table}: Completed: 2 inserted, 0 updated, 0 failed`, {
    timeout: MOST_MS,
  });
  await notices.getByRole('link', { name: file }).first().click();
  await expect(heading(page, file)).toBeVisible();
  await statusOf(page, 'Completed');
  // The page asks for running imports until it is closed.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('the page of an import shows its counts, its cost, its files and its log', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  const importId = await api.importFile(table, 'faulty.csv', FAULTY);
  await open(`/imports/${importId}`);
  await statusOf(page, 'Completed, some records failed');
  await expect(page.getByRole('img', { name: 'Inserted: 33 %' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Failed: 67 %' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Cost' }).getByRole('row', { name: /^Dollars/ })).toBeVisible();

  await page.getByRole('tab', { name: 'Failed records' }).click();
  const grid = page.getByRole('grid', { name: 'Failed records' });
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { selected: true })).toContainText('A1');
  await page.getByRole('button', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'record.field-count (1)' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(page).toHaveURL(/code=record\.field-count/);

  await page.getByRole('tab', { name: 'Warnings' }).click();
  await expect(page.getByRole('table', { name: 'Columns that are not imported' })).toContainText('Shoe size');

  await page.getByRole('tab', { name: 'Files and log' }).click();
  await expect(page.getByRole('textbox', { name: 'Log' })).toHaveValue(/faulty\.csv/);
  const failures = page.getByRole('table', { name: 'Files' }).getByRole('link', { name: 'faulty.csv.failures.csv' });
  const download = page.waitForEvent('download');
  await failures.click();
  expect((await download).suggestedFilename()).toBe('faulty.csv.failures.csv');
  await page.reload();
  await expect(failures).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Warnings' })).toHaveAttribute('aria-selected', 'true');
});

test('the page of an import shows the old and new values of the customers that it updated', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  const first = await api.importFile(table, 'first.csv', FILE);
  await open(`/imports/${first}`);
  await statusOf(page, 'Completed');
  await expect(page.getByRole('tab', { name: 'Updated customers' })).toBeHidden();
  const second = await api.importFile(table, 'second.csv', 'Customer ID,First Name\nA1,Amelia\nA2,Bob\n');
  await open(`/imports/${second}`);
  await statusOf(page, 'Completed');
  await page.getByRole('tab', { name: 'Updated customers (1)' }).click();
  const grid = page.getByRole('grid', { name: 'Updated customers' });
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(grid.getByRole('row').nth(1)).toHaveText('3A2First nameBrunoBob');
});

test('an import above the limit of its account is cancelled, resumed and confirmed @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  await api.updateAccount(account, { confirmImportsOverDollars: 0 });
  const importId = await api.importFile(table, 'costly.csv', FILE);
  await open(`/imports/${importId}`);
  await statusOf(page, 'Waits for a confirmation');
  await page.getByRole('button', { name: 'Cancel import' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel this import?' });
  await question.getByRole('button', { name: 'Cancel import' }).click();
  await statusOf(page, 'Cancelled');
  await page.getByRole('button', { name: 'Resume' }).click();
  await statusOf(page, 'Waits for a confirmation');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await statusOf(page, 'Completed');
});

test('the list of imports is filtered by CRM table, status, day and user @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  await api.importFile(table, 'listed.csv', FILE);
  await open('/imports');
  const list = page.getByRole('table', { name: 'Imports' });
  const prefix = page.getByRole('searchbox', { name: 'CRM table (prefix)' });
  await prefix.fill('LOUNGES');
  await expect(page.getByText('A prefix has 1 to 6 letters and digits.')).toBeVisible();
  await prefix.fill(table);
  await page.keyboard.press('Enter');
  await expect(list.getByRole('link')).toHaveText(['listed.csv']);
  const chooser = page.getByRole('button', { name: /^Requested by/ });
  await chooser.click();
  await page.getByRole('option', { name: personOf('administrator').name }).click();
  await expect(list.getByRole('link')).toHaveText(['listed.csv']);
  await chooser.click();
  await page.getByRole('option', { name: 'Me', exact: true }).click();
  await expect(page.getByText('No imports match the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByRole('textbox', { name: 'Day' }).fill('2020-01-01');
  await expect(page.getByText('No imports match the filter.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Day' })).toHaveValue('2020-01-01');
});

test('a running import shows its pipeline, stops when it is cancelled, and goes on @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  const rows = Array.from({ length: 15_000 }, (_, at) => `${account}${at},Amelia ${at}`);
  await api.createCrmTable(account, table);
  const importId = await api.importFile(table, 'large.csv', ['Customer ID,First Name', ...rows, ''].join('\n'));
  await open(`/imports/${importId}`);
  await expect(page.getByText('Sort the records')).toBeVisible({ timeout: MOST_MS });
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel import' }).click();
  await statusOf(page, 'Cancelled');
  await page.getByRole('button', { name: 'Resume' }).click();
  await statusOf(page, 'Completed');
  await expect(page.getByText('15,000').first()).toBeVisible();
});

/** The postcodes of B2 and B3 are too long, B4 lacks a cell, B1 is repeated; no field has the name of the second column. */
const WRONG = [
  'Customer ID,Shoe size,First Name,Postcode,Notes',
  'B1,38,Amelia,YO1 7HH,first',
  'B2,39,Bruno,much too long a code,"two, of them"',
  'B3,40,Carla,much too long a code,third',
  'B4,Dora,YO1 7HH,a cell is missing',
  'B1,42,Anna,YO1 7HH,repeated',
  '',
].join('\n');

test('failed records are corrected in the grid and imported again, and both imports link to each other', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  const importId = await api.importFile(table, 'wrong.csv', WRONG);
  await open(`/imports/${importId}`);
  await statusOf(page, 'Completed, some records failed');
  await page.getByRole('link', { name: 'Correct and import again' }).click();
  await expect(heading(page, 'Correct and import again')).toBeVisible();
  const counts = (text: string) => expect(page.getByRole('heading', { level: 2, name: text })).toBeVisible();
  await counts('4 failed records, 3 still wrong, 1 left out');
  const grid = page.getByRole('grid', { name: 'Failed records' });
  const cell = (customer: string, text: string) =>
    grid.getByRole('row').filter({ hasText: customer }).getByRole('gridcell', { name: text, exact: true });
  await expect(cell('B2', 'much too long a code')).toHaveAttribute('aria-invalid', 'true');

  // One cell by the keyboard: first a value that is wrong too, and back; then a right one.
  await cell('B2', 'much too long a code').click();
  await page.keyboard.type('still much too long');
  await expect(page.getByRole('textbox', { name: 'Postcode' })).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(cell('B2', 'much too long a code')).toBeVisible();
  await page.keyboard.type('YO1');
  await expect(page.getByRole('textbox', { name: 'Postcode' })).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Tab');
  await counts('4 failed records, 2 still wrong, 1 left out');
  await page.keyboard.press('Control+z');
  await counts('4 failed records, 3 still wrong, 1 left out');

  await cell('B3', 'much too long a code').click();
  await page.getByRole('button', { name: 'Replace in all rows' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace in all rows' });
  await dialog.getByRole('textbox', { name: 'New value' }).fill('YO10 5DD');
  await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
  await counts('4 failed records, 1 still wrong, 1 left out');

  await page.reload();
  await counts('4 failed records, 1 still wrong, 1 left out');
  await page.getByText('Only those still wrong').click();
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await cell('B4', 'Dora').click();
  await page.keyboard.press('F9');
  await counts('4 failed records, 0 still wrong, 1 left out');

  await page.getByRole('link', { name: 'Imports', exact: true }).first().click();
  await page.getByRole('button', { name: 'Stay on the page' }).click();
  await page.getByRole('button', { name: 'Import 3 records' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await statusOf(page, 'Completed');
  await page.getByRole('link', { name: 'the first import' }).click();
  await expect(page).toHaveURL(new RegExp(importId));
  await expect(page.getByText('Corrections', { exact: true })).toBeVisible();
});
