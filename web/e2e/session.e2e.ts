import { environment, personOf } from './support/environment.ts';
import { expect, heading, status, test } from './support/test.ts';

test.use({ expected: [status(400), status(401)] });

test('a session ends in the middle of a form, and the form goes on after a sign-in', async ({
  page,
  open,
  account,
}) => {
  await open(`/accounts/${account}/edit`);
  await page.getByLabel('Account name').fill('Typed before');
  await endSession(page);
  await page.getByRole('button', { name: 'Save changes' }).click();

  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(ended).toBeVisible();
  const opened = page.waitForEvent('popup');
  await ended.getByRole('button', { name: 'Sign in again' }).click();
  const window = await opened;
  await window.getByRole('button', { name: personOf('administrator').name }).click();

  await expect(ended).toBeHidden();
  await expect(heading(page, 'Typed before')).toBeVisible();
  await expect(page).toHaveURL(`/accounts/${account}`);
});

test('a reload after the end of a session leads to the sign-in page and back @full', async ({
  page,
  open,
  account,
}) => {
  await open(`/accounts/${account}`);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: personOf('administrator').name }).click();
  await expect(page).toHaveURL(`/accounts/${account}`);
  await expect(heading(page, `Account ${account}`)).toBeVisible();
});

/** Revokes the session elsewhere. The next request of the page is rejected, as after the end of the access token. */
async function endSession(page: Parameters<typeof heading>[0]): Promise<void> {
  const { client }: { readonly client: string } = await (await page.request.get('/config.json')).json();
  const token = await page.evaluate(() => sessionStorage.getItem('switchboard.refresh-token') ?? '');
  const revoked = await page.request.post(`${environment.issuer}/oauth2/revoke`, {
    form: { client_id: client, token },
  });
  expect(revoked.status()).toBe(200);
  await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }), {
    times: 1,
  });
}
