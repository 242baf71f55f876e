import type { APIResponse } from 'playwright/test';
import { expect, heading, status, test } from './support/test.ts';

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' });

  test('deletes a campaign after a question', async ({ page, open, api, account }) => {
    const id = await api.createCampaign(account, 'Renewals');
    await open(`/accounts/${account}/campaigns/${id}`);
    await page.getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText('Delete campaign Renewals?');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(heading(page, 'Renewals')).toBeVisible();
    await page.getByRole('button', { name: 'Delete' }).click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(page).toHaveURL(`/accounts/${account}`);
    await expect(page.getByText('Create a campaign to give agents work')).toBeVisible();
  });
});

test('an account is deleted after a question', async ({ page, open, api, account }) => {
  await open(`/accounts/${account}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL('/accounts');
  await expect(heading(page, 'Accounts')).toBeVisible();
  await expect(api.call('GET', `/accounts/${account}`)).rejects.toThrow('answered 404');
});

test.describe('an account with a campaign', () => {
  test.use({ expected: [status(409)] });

  test('is not deleted, and the user sees what is in use @full', async ({ page, open, api, account }) => {
    await api.createCampaign(account, 'Renewals');
    await open(`/accounts/${account}`);
    await page.getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(question).toContainText('has 1 campaign. Delete its campaigns first, then the account.');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('link', { name: 'Renewals' }).first()).toBeVisible();
  });
});

test.describe('a campaign that another person has changed', () => {
  test.use({ expected: [status(412)] });

  test('is not deleted until the user has seen the change @full', async ({ page, open, api, account }) => {
    const id = await api.createCampaign(account, 'Renewals');
    const path = `/accounts/${account}/campaigns/${id}`;
    // The page reads the campaign again when its window gets the focus: here it keeps what it read first until it deletes.
    let first: APIResponse | undefined;
    let hasDeleted = false;
    await page.route(`**/api${path}`, async (route) => {
      hasDeleted ||= route.request().method() === 'DELETE';
      if (hasDeleted) return route.fallback();
      first ??= await route.fetch();
      return route.fulfill({ response: first });
    });
    await open(path);
    await expect(heading(page, 'Renewals')).toBeVisible();
    const { etag } = await api.call('GET', path);
    await api.call('PUT', path, { name: 'Renewals 2', crmTablePrefix: null, crmName: null }, etag);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toContainText('Not deleted');
    await expect(page.getByRole('dialog')).toContainText('Delete campaign Renewals 2?');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page).toHaveURL(`/accounts/${account}`);
  });
});
