import { expect, heading, test } from './support/test.ts';

test.use({ role: 'supervisor' });

test('a definition shows its columns and what its last version changed, is renamed and deleted; a schedule is paused, resumed, run, changed and deleted', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  await api.createImportSetUp(table);
  await open(`/accounts/${account}/crm-tables/${table}`);
  await page.getByRole('link', { name: 'Weekly customers' }).click();
  await expect(heading(page, 'Weekly customers')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Columns' })).toContainText('- becomes blank');
  const changes = page.getByRole('listitem');
  await expect(changes.filter({ hasText: 'Blank cell: from not set to keep' })).toBeVisible();
  await expect(changes.filter({ hasText: 'Forename' })).toBeVisible();
  await page.goBack();

  await page.getByRole('link', { name: 'Every Monday' }).click();
  const runs = page.getByRole('table', { name: 'Next runs' });
  await expect(page.getByText('Every Monday at 06:30')).toBeVisible();
  await expect(runs.getByRole('row')).toHaveCount(6);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('A paused schedule does not run.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(runs.getByRole('row')).toHaveCount(6);

  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page.getByText('There is no file in inbox/')).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Every weekend');
  await page.getByLabel('Monday').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose at least one day of the week.')).toBeVisible();
  await page.getByLabel('Saturday').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(heading(page, 'Every weekend')).toBeVisible();
  await expect(page.getByText('Every Saturday at 06:30', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(heading(page, table)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Every weekend' })).toBeHidden();

  await page.getByRole('link', { name: 'Weekly customers' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Daily customers');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(heading(page, 'Daily customers')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Columns' })).toContainText('- becomes blank');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(heading(page, table)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Daily customers' })).toBeHidden();
});
