import { expect, heading, message, test } from './support/test.ts';

test('the palette opens a page by a part of its name, with and without a mark', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `T${account}`;
  await api.createCrmTable(account, table);
  await api.createCampaign(account, `Renewals of ${account}`, table);
  await open('/imports');
  const names = page.getByRole('combobox', { name: 'Type a part of a name' });

  await page.keyboard.press('Control+k');
  await expect(names).toBeFocused();
  await page.keyboard.type(`renewals of ${account.toLowerCase()}`);
  await expect(page.getByRole('option', { name: `Renewals of ${account}` }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading(page, `Renewals of ${account}`)).toBeVisible();
  await expect(names).toBeHidden();

  await page.keyboard.press('Control+k');
  await expect(names).toBeFocused();
  await page.keyboard.type(`Table ${table}`);
  await expect(page.getByRole('option', { name: new RegExp(`Table ${table}`) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, new RegExp(`Table ${table}`))).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(names).toBeFocused();
  await page.keyboard.type(`create crm table: account ${account.toLowerCase()}`);
  await expect(page.getByRole('option', { name: `Create CRM table: Account ${account}` })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Create CRM table')).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(names).toBeFocused();
  await page.keyboard.type('a name that nothing has');
  await expect(message(page, 'Nothing has this name.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(names).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(names).toBeHidden();
});
