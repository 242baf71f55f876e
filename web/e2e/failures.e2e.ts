import { expect, heading, status, test } from './support/test.ts';

test('an address without a page says so @full', async ({ page, open }) => {
  await open('/nowhere');
  await expect(heading(page, 'There is no such page')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the start page' }).click();
  await expect(page).toHaveURL('/accounts');
});

test.describe('an account that does not exist', () => {
  test.use({ expected: [status(404)] });

  test('has no page @full', async ({ page, open, freePrefix }) => {
    await open(`/accounts/${freePrefix}`);
    await expect(heading(page, 'There is no such page')).toBeVisible();
  });
});

test.describe('an agent', () => {
  test.use({ role: 'agent' });

  test('may not see the page of a new account', async ({ page, open }) => {
    await open('/accounts/new');
    await expect(heading(page, 'You do not have access to this page')).toBeVisible();
    await page.getByRole('button', { name: 'Go to the start page' }).click();
    await expect(page).toHaveURL(/\/desk/);
    await page.getByRole('link', { name: 'Accounts', exact: true }).click();
    await expect(heading(page, 'Accounts')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Create account' })).toHaveCount(0);
  });
});

test.describe('an API that fails', () => {
  test.use({ expected: [status(500)] });

  test('shows the request id, and the page after another try', async ({ page, open, account }) => {
    await page.route(`**/api/accounts/${account}`, (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        headers: { 'apigw-requestid': 'REQUEST-42' },
        body: JSON.stringify({ title: 'Internal error', status: 500, code: 'internal', detail: 'Something failed.' }),
      }),
    );
    await page.clock.install();
    await open(`/accounts/${account}`);
    // Between its attempts the page waits for seven seconds in all.
    await expect(async () => {
      await page.clock.fastForward(4_000);
      await expect(heading(page, 'This page cannot be shown')).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(page.getByText('Request id: REQUEST-42')).toBeVisible();
    await page.unroute(`**/api/accounts/${account}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(page, `Account ${account}`)).toBeVisible();
  });
});
