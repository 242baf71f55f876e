import { environment } from './support/environment.ts';
import { expect, heading, message, signIn, status, test } from './support/test.ts';

test.use({ expected: [status(409)] });

test('an administrator creates a user, invites, disables and deletes them, and sees their rights', async ({
  page,
  open,
  account,
  browser,
}) => {
  const username = `ann-${account}`;
  const email = `${username}@example.com`.toLowerCase();
  await open('/users/new');
  await page.getByLabel('Full name').fill(`Ann ${account}`);
  await page.getByLabel('Username').fill('brigitte-keller');
  await page.getByLabel('E-mail address').fill('ann');
  await expect(message(page, 'Enter an address such as ann@example.com')).toBeVisible();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(message(page, 'Choose another username.')).toBeVisible();
  await page.getByLabel('Username').fill(username);
  await page.getByRole('button', { name: 'Create user' }).click();
  await expect(heading(page, `Ann ${account}`)).toBeVisible();
  await expect(page.getByText('Not invited')).toBeVisible();

  await page.locator('#content').getByRole('link', { name: 'Roles' }).click();
  await page.getByLabel('Agent').fill('every');
  await expect(message(page, 'Enter *, or prefixes of accounts')).toBeVisible();
  await page.getByLabel('Agent').fill(account.toLowerCase());
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('Invited', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('row', { name: /Search for customers and read them\. Agent \([A-Z]{3}\)/ }),
  ).toBeVisible();
  const visitor = await browser.newContext({ baseURL: environment.console });
  await signIn(await visitor.newPage(), { name: `Ann ${account}` }, '/accounts');
  await visitor.close();

  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(heading(page, 'Users')).toBeVisible();
  await page.getByLabel('Find users by name, e-mail address or CRM Id').fill(username);
  await expect(page.getByText('No users match the filter.')).toBeVisible();
});
