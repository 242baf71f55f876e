import { expect, heading, test } from './support/test.ts';

test.use({ expected: ['ERR_INTERNET_DISCONNECTED'] });

test('a lost connection is reported, a form stays, and everything goes on when it is back', async ({
  page,
  open,
  api,
  account,
}) => {
  await open(`/accounts/${account}/edit`);
  const notice = page.getByText('No connection');
  await page.getByLabel('Account name').fill('Typed before');
  await page.context().setOffline(true);
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Switchboard cannot be reached. Check the network connection')).toBeVisible();

  await page.context().setOffline(false);
  await expect(notice).toBeHidden({ timeout: 10_000 });
  await expect(page.getByLabel('Account name')).toHaveValue('Typed before');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(heading(page, 'Typed before')).toBeVisible();
  expect((await api.call('GET', `/accounts/${account}`)).body).toMatchObject({ name: 'Typed before' });
});

test('a page that is opened without a connection is shown when it is back @full', async ({ page, open, account }) => {
  await open(`/accounts/${account}`);
  await expect(heading(page, `Account ${account}`)).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Create campaign' }).click();
  await expect(heading(page, 'This page cannot be shown')).toBeVisible();

  await page.context().setOffline(false);
  await expect(heading(page, 'Create campaign')).toBeVisible();
});
