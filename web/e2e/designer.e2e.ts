import type { Locator, Page } from 'playwright/test';
import { tabTo } from './support/keyboard.ts';
import { expect, heading, message, status, test } from './support/test.ts';

/** A new table has these standard fields; the journey adds the others by mouse and by keyboard. */
const STANDARD = 12;
const FIELDS = 30;

/** The browser reports what is below the mouse only while it moves on. */
const MOVES = { steps: 10 };

const grid = (page: Page): Locator => page.getByRole('grid');
const row = (page: Page, label: string): Locator => grid(page).getByRole('row', { name: label });
const tabHeading = (page: Page, label: string): Locator =>
  grid(page).locator('.tab-row', { hasText: label }).locator('th');
const saved = (page: Page) => expect(page.getByText('Draft saved')).toBeVisible();
const labels = (page: Page) => grid(page).locator('.field-row th').allInnerTexts();

async function publish(page: Page, version: number): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  // A notice of an import that another journey has started may hide the notice of the publication.
  await expect(page.getByRole('definition').nth(1)).toHaveText(String(version));
}

async function openPublication(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(heading(page, /^Publish /)).toBeVisible();
}

test('a CRM table of 30 fields is made, published twice, and restored', async ({ page, open, api, account }) => {
  // As long as three other journeys.
  test.slow();
  const table = `D${account}`;
  await api.createCrmTable(account, `T${account}`);
  await open(`/accounts/${account}`);
  await page.getByRole('link', { name: 'Create CRM table' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Vouchers');
  await page.getByLabel('Prefix', { exact: true }).fill(`t${account}`);
  await expect(message(page, `There is already a CRM table T${account}.`)).toBeVisible();
  await page.getByLabel('Prefix', { exact: true }).fill(table);
  await page.getByRole('button', { name: 'Create CRM table' }).click();
  await expect(heading(page, `Design ${table}`)).toBeVisible();

  await test.step('by keyboard', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Add tab' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Stay');
    await page.keyboard.press('Enter');
    for (let number = STANDARD + 1; number < FIELDS; number += 1) {
      await page.keyboard.press('Insert');
      await expect(page.getByLabel('Label of new')).toBeFocused();
      await page.keyboard.type(`Detail ${number}`);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Alt+ArrowUp');
    await expect(row(page, 'Detail 29')).toBeVisible();
    expect((await labels(page)).slice(-3).map((text) => text.split('\n')[0])).toEqual([
      expect.stringContaining('Detail 29'),
      expect.stringContaining('Detail 28'),
      expect.stringContaining('Add field'),
    ]);
    for (const key of ['ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await expect(page.getByRole('checkbox', { name: 'Search: Detail 29' })).toBeChecked();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('checkbox', { name: 'Search: Detail 29' })).not.toBeChecked();
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('checkbox', { name: 'Search: Detail 29' })).toBeChecked();
  });

  await test.step('by mouse', async () => {
    await page.getByRole('button', { name: 'Add field to Stay' }).click();
    await page.keyboard.type('Hotel');
    await page.keyboard.press('Enter');
    await row(page, 'Hotel').locator('th').dragTo(row(page, 'Detail 28').locator('th'), MOVES);
    await expect(row(page, 'Hotel')).toContainText(/P0\d\d/);
    const order = (await labels(page)).map((text) => text.split('P0')[0]?.trim());
    expect(order.indexOf('Hotel')).toBe(order.indexOf('Detail 28') - 1);
    for (const tab of ['Customer Details', 'Stay']) {
      await page.getByRole('button', { name: `Collapse ${tab}` }).click();
    }
    await tabHeading(page, 'Stay').dragTo(tabHeading(page, 'Customer Details'), MOVES);
    await expect(grid(page).locator('.tab-row').first()).toContainText('Stay');
    await tabHeading(page, 'Customer Details').dragTo(tabHeading(page, 'Stay'), MOVES);
    await expect(grid(page).locator('.tab-row').first()).toContainText('Customer Details');
    for (const tab of ['Customer Details', 'Stay']) {
      await page.getByRole('button', { name: `Expand ${tab}` }).click();
    }

    const isChosen = (label: string) => expect(row(page, label)).toHaveAttribute('aria-selected', 'true');
    await row(page, 'First name').locator('th').click();
    await row(page, 'Phone P012')
      .locator('th')
      .click({ modifiers: ['Control'] });
    await isChosen('First name');
    await isChosen('Phone P012');
    await expect(row(page, 'Last name')).toHaveAttribute('aria-selected', 'false');
    await row(page, 'Title')
      .locator('th')
      .click({ modifiers: ['Shift'] });
    for (const label of ['Title', 'First name', 'Last name', 'Phone P012']) await isChosen(label);
    await row(page, 'Title').locator('th').click();
    await expect(row(page, 'Phone P012')).toHaveAttribute('aria-selected', 'false');

    await page.getByRole('checkbox', { name: 'Insert: Title' }).uncheck();
    await page.getByRole('checkbox', { name: 'Modify: Title' }).uncheck();
    await expect(page.getByText('1 field is not shown to agents')).toBeVisible();
    await page.getByRole('button', { name: 'Set Insert and Modify' }).click();
    await expect(page.getByRole('checkbox', { name: 'Insert: Title' })).toBeChecked();
    await saved(page);
  });

  await openPublication(page);
  await expect(page.getByText('This is the first publication.')).toBeVisible();
  await publish(page, 1);
  const { body } = await api.call<{ readonly published: { readonly fields: readonly unknown[] } }>(
    'GET',
    `/accounts/${account}/crm-tables/${table}`,
  );
  expect(body.published.fields).toHaveLength(FIELDS);

  await test.step('a dangerous change', async () => {
    const mapping = [{ column: 'Tel', field: 'P012' }];
    await api.call('POST', `/crm-tables/${table}/definitions`, { name: 'Weekly file', mapping });
    await api.call('POST', `/crm-tables/${table}/customers`, { values: { P011: 'Lee' } });
    await page.getByRole('link', { name: 'Design' }).click();
    await row(page, 'Title').locator('th').click();
    await page.getByRole('checkbox', { name: 'Required' }).check();
    await row(page, 'Phone P012').locator('th').click();
    await page.keyboard.press('Delete');
    await expect(message(page, 'Phone (P012) is removed. Its values stay stored')).toBeVisible();
    await expect(message(page, 'No import has inserted customers yet.')).toBeVisible();
    await expect(message(page, 'Column Tel fills Phone (P012), which is removed.')).toBeVisible();
    await saved(page);
    await openPublication(page);
    await expect(page.getByText('Phone (P012) is removed.')).toBeVisible();
    await expect(message(page, 'The draft rejects values of 1 of 1 customers.')).toBeVisible();
    await expect(message(page, 'Title (P009) is blank, and required: 1 customer')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
    await page.getByLabel(/confirm it/).check();
    await publish(page, 2);
  });

  await test.step('an earlier version', async () => {
    await page.goto(`/accounts/${account}/crm-tables/${table}/versions`);
    await page.getByRole('button', { name: 'Version 1: show differences' }).click();
    await expect(page.getByText('What restoring version 1 changes in the draft')).toBeVisible();
    await page.getByRole('button', { name: 'Restore version 1 as the draft' }).click();
    await expect(heading(page, `Design ${table}`)).toBeVisible();
    await expect(row(page, 'Phone P012')).toBeVisible();
  });
});

test('fields are cut and pasted between tables, and copied under another prefix @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const [from, to] = [`F${account}`, `G${account}`];
  for (const table of [from, to]) await api.createCrmTable(account, table);
  await open(`/accounts/${account}/crm-tables/${from}/design`);
  await row(page, 'Postcode').locator('th').click();
  await page.keyboard.press('Control+x');
  await expect(row(page, 'Postcode')).toHaveCount(0);
  await saved(page);
  await page.goto(`/accounts/${account}/crm-tables/${to}/design`);
  await row(page, 'Customer ID').locator('th').click();
  await page.keyboard.press('Control+v');
  await expect(row(page, 'Postcode (2)')).toBeVisible();
  await saved(page);

  await page.goto(`/accounts/${account}/crm-tables/${to}/copy`);
  await page.getByLabel('Prefix', { exact: true }).fill(`H${account}`);
  await page.getByRole('button', { name: 'Save as' }).click();
  await expect(heading(page, `Design H${account}`)).toBeVisible();
});

test.describe('two administrators', () => {
  test.use({ expected: [status(412)] });

  test('one learns that the other has published, keeps what is typed, and chooses a draft @full', async ({
    page,
    open,
    api,
    account,
  }) => {
    const table = `P${account}`;
    const path = `/accounts/${account}/crm-tables/${table}`;
    await api.createCrmTable(account, table);
    await open(`${path}/design`);
    await row(page, 'Title').locator('th').dblclick();
    await page.keyboard.type('Saluta');
    await saved(page);
    const { etag } = await api.call('GET', path);
    await api.call('POST', `${path}/publish`, undefined, etag);
    await expect(page.getByText(/^Version 2 was published/)).toBeVisible({ timeout: 10_000 });
    await page.keyboard.type('tion');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Salutation')).toBeVisible();
    await saved(page);

    interface Stored {
      readonly draft: { readonly name: string };
    }
    const current = await api.call<Stored>('GET', path);
    await api.call('PUT', path, { ...current.body.draft, name: 'Their name' }, current.etag);
    await page.getByRole('checkbox', { name: 'Result: Salutation' }).check();
    await expect(page.getByText('Another person has changed this draft in the meantime')).toBeVisible();
    await page.getByRole('button', { name: 'Keep my draft' }).click();
    await saved(page);
    const { body } = await api.call<Stored>('GET', path);
    expect(body.draft.name).toBe(`Table ${table}`);
  });
});

test('a CRM table is used in another campaign @full', async ({ page, open, api, account }) => {
  const table = `U${account}`;
  await api.createCrmTable(account, table);
  await api.createCampaign(account, 'Renewals');
  await open(`/accounts/${account}/crm-tables/${table}`);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Use in another campaign' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Campaign/ }).click();
  await page.getByRole('option', { name: 'Renewals' }).click();
  await dialog.getByRole('button', { name: 'Use CRM table' }).click();
  await expect(heading(page, 'Renewals')).toBeVisible();
  await expect(message(page, `Campaign Renewals uses CRM table ${table}.`)).toBeVisible();
});
