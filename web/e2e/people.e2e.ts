import { expect, heading, message, status, test } from './support/test.ts';

test.describe('a role', () => {
  // Other journeys switch CRM off for their accounts after the accounts are listed here.
  test.use({ expected: [status(404)] });

  test('an administrator makes a role, hides a field by keyboard, and deletes the role', async ({
    page,
    open,
    api,
    account,
  }) => {
    const table = `T${account}`;
    await api.createCrmTable(account, table);
    await open('/roles/new');
    await page.getByLabel('Name').fill(`Desk ${account}`);
    await page.getByRole('button', { name: 'Create role' }).click();
    await expect(message(page, 'Choose at least one permission.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Search for customers and read them' }).check();
    await page.getByRole('button', { name: 'Create role' }).click();
    await expect(heading(page, `Desk ${account}`)).toBeVisible();

    await page.getByRole('link', { name: 'Rules of fields' }).click();
    await page.getByRole('button', { name: /^CRM table/ }).click();
    // Only the choices in view are on the page: other journeys have tables, too.
    await page.keyboard.type(table);
    await page.getByRole('option', { name: table }).click();
    await page.getByRole('grid').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await expect(page.getByRole('row', { name: /Yes/ })).toHaveCount(1);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('row', { name: new RegExp(`^${table} · .* Title –`) })).toBeVisible();

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(heading(page, 'Roles')).toBeVisible();
  });
});

test('a feature is switched off for an account by keyboard, and stays off after a reload', async ({
  page,
  open,
  account,
}) => {
  await open('/settings/features');
  const row = page.getByRole('row', { name: new RegExp(`\\(${account}\\)`) });
  // The grid has only the rows in view, and other journeys make accounts, too.
  const reachRow = async () => {
    await page.getByRole('rowheader').first().click();
    while ((await row.count()) === 0) await page.keyboard.press('PageDown');
  };
  await reachRow();
  await row.getByRole('rowheader').click();
  for (const key of ['ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect(row.getByRole('gridcell').first()).toHaveText('Off');
  // Notices of imports, which other journeys run, may hide that of the save.
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Save changes' }).click();
  expect((await saved).status()).toBe(200);
  await page.goto('/settings/features');
  await reachRow();
  await expect(row.getByRole('gridcell').first()).toHaveText('Off');
  await expect(row.getByText('On', { exact: true })).toHaveCount(3);
});

test('a group gets a user, and loses the user again @full', async ({ page, open, api, account }) => {
  await api.createUser(`gil-${account}`, `Gil ${account}`);
  await open('/groups/new');
  await page.getByLabel('Name').fill(`Team ${account}`);
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(heading(page, `Team ${account}`)).toBeVisible();
  await page.getByLabel('Add to the group').fill(`gil-${account}`);
  await page.getByRole('option', { name: `Gil ${account}` }).click();
  await page.getByRole('button', { name: `Remove Gil ${account} from the group` }).click();
  await expect(page.getByText('No user belongs to the group.')).toBeVisible();
});

test('chosen users are invited together, and a status narrows the list @full', async ({ page, open, api, account }) => {
  for (const name of ['Ida', 'Ivo']) await api.createUser(`${name}-${account}`, `${name} ${account}`);
  await open(`/users?users.filter=${encodeURIComponent(`text=-${account}`)}`);
  await page.getByRole('checkbox', { name: 'Choose all users of the page' }).check();
  await page.getByRole('button', { name: 'Invite 2 chosen' }).click();
  await expect(page.getByText('2 of 2 sent').first()).toBeVisible();
  await expect(page.getByText('Invited', { exact: true })).toHaveCount(2);
  await page.getByRole('button', { name: /^Status/ }).click();
  await page.getByRole('option', { name: 'Disabled' }).click();
  await expect(page.getByText('No users match the filter.')).toBeVisible();
});

test('the audit is searched, shows before and after, leads to the object, and is downloaded', async ({
  page,
  open,
  api,
  account,
}) => {
  const campaign = await api.createCampaign(account, 'Renewals');
  await open(`/audit?account=${account}`);
  await expect(page.getByRole('row', { name: /Account created/ })).toBeVisible();
  await page.getByRole('button', { name: /^Kind of object/ }).click();
  await page.getByRole('option', { name: 'Campaign' }).click();
  await expect(page.getByRole('row', { name: /Account created/ })).toBeHidden();
  await page.getByRole('row', { name: /Campaign created/ }).click();
  await expect(page.getByRole('row', { name: 'name – Renewals' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');
  await page.getByRole('link', { name: 'Renewals' }).click();
  await expect(page).toHaveURL(`/accounts/${account}/campaigns/${campaign}`);
});

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' });

  test('sees the console as an agent, changes nothing there, and leaves the view', async ({
    page,
    open,
    api,
    account,
  }) => {
    const name = `Vera ${account}`;
    await api.grant(await api.createUser(`vera-${account}`, name), [{ roleId: 'agent', accounts: [account] }]);
    const table = `V${account}`;
    await api.createCrmTable(account, table);
    await api.publishCrmTable(account, table);
    const customer = await api.createCustomer(table, { P011: 'Lee' });
    await api.createCampaign(account, 'Renewals');
    await open('/view-as');
    await page.getByLabel(/^Find users/).fill(name);
    await page.getByRole('button', { name: `See as this user: ${name}` }).click();
    const view = page.getByRole('region', { name: 'See as another user' });
    await expect(view.getByText(`You see Switchboard as ${name}`)).toBeVisible();
    const pages = page.getByRole('navigation').getByRole('link');
    await expect(pages.filter({ hasText: 'Accounts' })).toBeVisible();
    await expect(pages.filter({ hasText: 'Imports' })).toHaveCount(0);
    await page.goto(`/accounts/${account}`);
    await expect(page.getByRole('link', { name: 'Renewals' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Create campaign' })).toHaveCount(0);
    await page.goto(`/desk/${account}/${table}/customers/${customer}`);
    await expect(page.getByRole('tab', { name: /^Notes/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^(Create note|Edit)/ })).toHaveCount(0);
    await page.goto(`/accounts/${account}/campaigns/new`);
    await expect(heading(page, 'You do not have access to this page')).toBeVisible();
    await view.getByRole('button', { name: 'Leave this view' }).click();
    await expect(pages.filter({ hasText: 'Imports' })).toBeVisible();
    await expect(view).toHaveCount(0);
  });
});
