import { expect, heading, test } from './support/test.ts';

const QUESTION = 'Leave without saving?';

test.beforeEach(async ({ page, open, account }) => {
  await open(`/accounts/${account}`);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Account name').fill('Not saved');
});

test('a link asks, and leaves when the user says so @full', async ({ page }) => {
  const link = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Accounts' });
  await link.click();
  const question = page.getByRole('dialog', { name: QUESTION });
  await question.getByRole('button', { name: 'Stay on the page' }).click();
  await expect(page.getByLabel('Account name')).toHaveValue('Not saved');
  await link.click();
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await expect(heading(page, 'Accounts')).toBeVisible();
});

test('the back button of the browser asks, and goes back when the user says so', async ({ page, account }) => {
  await page.goBack();
  const question = page.getByRole('dialog', { name: QUESTION });
  await question.getByRole('button', { name: 'Stay on the page' }).click();
  await expect(page).toHaveURL(`/accounts/${account}/edit`);
  await expect(page.getByLabel('Account name')).toHaveValue('Not saved');
  await page.goBack();
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await expect(page).toHaveURL(`/accounts/${account}`);
  await expect(heading(page, `Account ${account}`)).toBeVisible();
});

test('a reload asks @full', async ({ page }) => {
  const shown = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await shown;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(page.getByLabel('Account name')).toHaveValue('Not saved');
});

test('a form without changes does not ask @full', async ({ page, account }) => {
  await page.getByLabel('Account name').fill(`Account ${account}`);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(heading(page, `Account ${account}`)).toBeVisible();
});
