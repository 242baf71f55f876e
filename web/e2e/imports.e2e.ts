import { expect, heading, test } from './support/test.ts';

const FILE = 'Customer ID,First Name\nA1,Amelia\nA2,Bruno\n';

test.use({ role: 'supervisor' });

// On a busy machine an import takes a minute.
const MOST_MS = 120_000;

test('a running import shows a notice, and then how it ended', async ({ page, open, api, account }) => {
  const table = `T${account}`;
  const file = `customers-${account}.csv`;
  await api.createCrmTable(account, table);
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
  await expect(page.getByText('Completed', { exact: true })).toBeVisible();
});
