import { expect, heading, status, test } from './support/test.ts';

test.use({ expected: [status(412)] });

test('two persons change an account, and the second chooses a side for each field', async ({
  page,
  open,
  api,
  account,
}) => {
  await open(`/accounts/${account}/edit`);
  await page.getByLabel('Account name').fill('My name');
  await page.getByLabel('Account manager').fill('My manager');
  await api.updateAccount(account, { name: 'Their name', manager: 'Their manager', confirmImportsOverDollars: 12.5 });
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(page.getByText('Another person has changed this in the meantime')).toBeVisible();
  await expect(page.getByLabel('Yours: My name')).toBeChecked();
  await expect(page.getByText(/^The other person's values are taken for: .+\.$/)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(4);
  await page.getByLabel('Theirs: Their name').check();
  await page.getByRole('button', { name: 'Use these values' }).click();
  await expect(page.getByLabel('Account name')).toHaveValue('Their name');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(heading(page, 'Their name')).toBeVisible();
  await expect(page.getByText(`Account ${account} is saved.`)).toBeVisible();
  const { body } = await api.call('GET', `/accounts/${account}`);
  expect(body).toMatchObject({ name: 'Their name', manager: 'My manager', confirmImportsOverDollars: 12.5 });
});
