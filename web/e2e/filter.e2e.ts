import { expect, message, test } from './support/test.ts';

const NAMES = ['Renewals in spring', 'Renewals in autumn', 'Cancellations'];

test.use({ role: 'agent' });

test('a list is filtered while the user types, and the address keeps the filter', async ({
  page,
  open,
  api,
  account,
}) => {
  for (const name of NAMES) await api.createCampaign(account, name);
  await open(`/accounts/${account}`);
  const list = page.getByRole('table', { name: 'Campaigns' });
  const filter = page.getByRole('searchbox', { name: 'Find campaigns by name' });
  await expect(list.getByRole('link')).toHaveCount(NAMES.length);

  await filter.pressSequentially('RENEW');
  await expect(list.getByRole('link')).toHaveCount(2);
  await expect(message(page, '2 matches')).toBeVisible();
  await expect(page).toHaveURL(`/accounts/${account}?campaigns.filter=RENEW`);
  await page.reload();
  await expect(filter).toHaveValue('RENEW');
  await expect(list.getByRole('link')).toHaveCount(2);

  await filter.fill('nothing of this name');
  await expect(page.getByText('No campaigns match the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(list.getByRole('link')).toHaveCount(NAMES.length);
  await expect(filter).toHaveValue('');
  await expect(filter).toBeFocused();
  await expect(page).toHaveURL(`/accounts/${account}`);
});
