import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { accessibilityViolations } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, heading, message, test } from './support/test.ts';

/** On a busy machine an import takes a minute. */
const MOST_MS = 120_000;

const GUESTS = [
  'cust_no;Vorname;Last Name;Anmerkung',
  'A1;Amelia;Bauer;likes tea',
  'A2;Bruno;Castro;',
  'A3;Chiara;Dupont;late caller',
].join('\n');

test.use({ role: 'supervisor' });
test.setTimeout(240_000);

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
const row = (page: Page, column: string) =>
  page.getByRole('grid').getByRole('row', { name: new RegExp(`^${column} `) });
const isRead = (page: Page) => expect(page.getByText(/the first line names the columns/).first()).toBeVisible();
const importIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1);

async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('input[type="file"]').last().setInputFiles(file);
  await expect(page.getByText(name).first()).toBeVisible();
}

async function chooseField(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: /^Field / }).click();
  await page.getByRole('option', { name: field }).click();
}

async function checkAccessibility(page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a file is mapped by mouse, and imported exactly as the wizard shows', async ({ page, open, api, account }) => {
  const table = `W${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/imports/new?table=${table}`);
  await chooseFile(page, 'guests.csv', GUESTS);
  await checkAccessibility(page);
  await next(page);

  await expect(
    page.getByText('A semicolon stands between two cells, the first line names the columns').first(),
  ).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Anmerkung' })).toBeVisible();
  await checkAccessibility(page);
  await next(page);

  await row(page, 'cust_no').click();
  await expect(
    page.getByText('Customers are matched by the Customer ID in the column "cust_no"').first(),
  ).toBeVisible();
  await row(page, 'Anmerkung').click();
  await chooseField(page, 'Title');
  await expect(page.getByText('All 4 columns are imported.').first()).toBeVisible();
  await checkAccessibility(page);
  await next(page);
  await checkAccessibility(page);
  await next(page);

  await expect(page.getByText('About 3 new, 0 changed, 0 will fail.').first()).toBeVisible();
  await checkAccessibility(page);
  // Back keeps every choice.
  for (const _ of ['options', 'columns']) await page.getByRole('button', { name: 'Previous' }).click();
  await expect(row(page, 'Anmerkung')).toContainText('Chosen by you');
  for (const _ of ['options', 'summary']) await next(page);
  await page.getByRole('button', { name: 'Start import' }).click();
  await expect(heading(page, 'guests.csv')).toBeVisible();

  interface Requested {
    readonly requested: object;
  }
  expect((await api.call<Requested>('GET', `/imports/${importIdOf(page)}`)).body.requested).toMatchObject({
    options: { delimiter: ';', header: true, encoding: 'utf-8', compression: 'none', customerId: 'column' },
    mapping: [
      { column: 'cust_no', field: 'P008' },
      { column: 'Vorname', field: 'P010' },
      { column: 'Last Name', field: 'P011' },
      { column: 'Anmerkung', field: 'P009' },
    ],
  });
  await expect(page.getByText('Completed', { exact: true })).toBeVisible({ timeout: MOST_MS });
});

test('a file is imported by keyboard alone @full', async ({ page, open, api, account }) => {
  const table = `K${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/imports/new?table=${table}`);
  await tabTo(page, page.locator('input[type="file"]'));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(GUESTS) });
  await expect(page.getByText('guests.csv').first()).toBeVisible();
  const goOn = async () => {
    await tabTo(page, page.getByRole('button', { name: 'Next', exact: true }));
    await page.keyboard.press('Enter');
  };
  await goOn();
  await isRead(page);
  await goOn();

  await tabTo(page, row(page, 'Anmerkung'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Field / })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Title');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Anmerkung')).toContainText('Title');
  await tabTo(page, row(page, 'Anmerkung'), 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(row(page, 'cust_no')).toContainText('Title');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(page, 'Anmerkung')).toContainText('Title');
  await page.keyboard.press('End');
  await expect(row(page, 'Last Name')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(row(page, 'Last Name')).toContainText('Not imported');
  await goOn();
  await goOn();
  await tabTo(page, page.getByRole('button', { name: 'Start import' }));
  await expect(page.getByText('About 3 new').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'guests.csv')).toBeVisible();
});

test('a field moves to another column by mouse @full', async ({ page, open, api, account }) => {
  const table = `M${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/imports/new?table=${table}`);
  await chooseFile(page, 'guests.csv', GUESTS);
  await next(page);
  await isRead(page);
  await next(page);
  await expect(row(page, 'Vorname')).toContainText('First name');
  // The browser reports what is below the mouse only while it moves on.
  await row(page, 'Vorname').dragTo(row(page, 'Anmerkung'), { steps: 10 });
  await expect(row(page, 'Anmerkung')).toContainText('First name');
  await expect(row(page, 'Vorname')).toContainText('Not imported');
});

test('the wizard asks before it is left, and Cancel leaves nothing @full', async ({ page, open, api, account }) => {
  const table = `C${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/imports/new?table=${table}`);
  await chooseFile(page, 'guests.csv', GUESTS);
  await next(page);
  await isRead(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay on the page' }).click();
  await isRead(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Leave and discard' }).click();
  await expect(heading(page, 'Imports')).toBeVisible();
  const imports = await api.call<{ readonly items: readonly unknown[] }>('GET', `/imports?prefix=${table}`);
  expect(imports.body.items).toEqual([]);
});

test('the default definition holds until another is chosen, with its form of dates @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `D${account}`;
  await api.createCrmTable(account, table);
  const flags = { search: false, insert: true, modify: true, result: false };
  await api.updateFields(account, table, {
    P021: { label: 'Joined', type: 'date', maxLength: 10, flags, tab: 'details' },
  });
  await api.publishCrmTable(account, table);
  const mapping = [
    { column: 'Customer ID', field: 'P008' },
    { column: 'Member since', field: 'P021', dateForm: 'day-first' },
  ];
  const path = `/crm-tables/${table}/definitions`;
  await api.call('POST', path, { name: 'Members', options: {}, mapping, isDefault: true });
  await open(`/accounts/${account}/imports/new?table=${table}`);
  await expect(page.getByRole('button', { name: /^Saved definition.*Members/ })).toBeVisible();
  await chooseFile(page, 'members.csv', 'Customer ID,Member since\nA1,31/12/2025\n');
  await next(page);
  await isRead(page);
  await next(page);
  await expect(page.getByText('All 2 columns are imported.').first()).toBeVisible();
  await next(page);
  await next(page);
  await expect(page.getByText('About 1 new, 0 changed, 0 will fail.').first()).toBeVisible();

  // The other form reads no record, which the summary says before anything is imported.
  for (const _ of ['options', 'columns']) await page.getByRole('button', { name: 'Previous' }).click();
  await row(page, 'Member since').click();
  await page.getByRole('button', { name: /^Which number is the day/ }).click();
  await page.getByRole('option', { name: 'The second: month, day, year' }).click();
  await next(page);
  await next(page);
  await expect(page.getByText('No record would be imported')).toBeVisible();
});

test('an import is scheduled by a definition that is saved with it @full', async ({ page, open, api, account }) => {
  const table = `L${account}`;
  await api.createCrmTable(account, table);
  await open(`/accounts/${account}/imports/new?table=${table}`);
  await chooseFile(page, 'nightly.csv', 'Customer ID,First name\nA1,Amelia\n');
  await next(page);
  await isRead(page);
  await next(page);
  await expect(page.getByText('All 2 columns are imported.').first()).toBeVisible();
  await next(page);
  await page.getByRole('radio', { name: /^Later/ }).check();
  await page.getByLabel('Name of the schedule').fill('Every working week');
  await page.getByRole('button', { name: /^How often/ }).click();
  await page.getByRole('option', { name: 'Weekly' }).click();
  await page.getByLabel('Friday').check();
  await expect(page.getByText(/^Every Monday and Friday at 06:00, local time of/).first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /day, .* 20\d\d, 06:00$/ })).toHaveCount(5);
  await expect(page.getByText(`inbox/${table}/`).first()).toBeVisible();
  await page.getByLabel('Name of the definition').fill('Working week');
  await checkAccessibility(page);
  await next(page);
  await expect(page.getByText('About 1 new').first()).toBeVisible();
  await page.getByRole('button', { name: 'Create schedule' }).click();
  await expect(message(page, 'Schedule Every working week is created.')).toBeVisible();
  const schedules = await api.call<{ readonly items: readonly object[] }>('GET', `/crm-tables/${table}/schedules`);
  expect(schedules.body.items).toMatchObject([{ name: 'Every working week', source: { kind: 'newest' } }]);
  const { body } = await api.call<{ readonly items: readonly object[] }>('GET', `/crm-tables/${table}/definitions`);
  expect(body.items).toMatchObject([
    {
      options: { delimiter: ',', header: true },
      mapping: [
        { column: 'Customer ID', field: 'P008' },
        { column: 'First name', field: 'P010' },
      ],
    },
  ]);
});

test.describe('a large file', () => {
  let folder = '';
  let file = '';
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'large-'));
    file = join(folder, 'large.csv');
    const rows = Array.from({ length: 2_200 }, (_, index) => `A${index},${'x'.repeat(31_000)}\n`);
    writeFileSync(file, `Customer ID,First name\n${rows.join('')}`);
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('goes up in parts, is paused, and goes on after a reload', async ({ page, open, api, account }) => {
    const table = `P${account}`;
    await api.createCrmTable(account, table);
    const sent: number[] = [];
    page.on('requestfinished', (request) => {
      const part = new URL(request.url()).searchParams.get('partNumber');
      if (request.method() === 'PUT' && part !== null) sent.push(Number(part));
    });
    const line = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * 1024 * 1024 };
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', slow);
    await open(`/accounts/${account}/imports/new?table=${table}`);
    await page.locator('input[type="file"]').setInputFiles(file);
    await next(page);
    await isRead(page);
    await next(page);
    await next(page);
    await page.getByLabel('Trial: make every count and file').check();
    await next(page);
    await expect(page.getByText(/^About 0 new/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Start import' }).click();
    await expect.poll(() => sent.length, { timeout: MOST_MS }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused.').first()).toBeVisible();
    await checkAccessibility(page);

    const before = [...sent];
    await line.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await expect(page.getByText('The upload of large.csv').first()).toBeVisible();
    await checkAccessibility(page);
    await page.locator('input[type="file"]').first().setInputFiles(file);
    await expect(heading(page, 'large.csv')).toBeVisible({ timeout: MOST_MS });
    // Each part has arrived once: those from before the reload were not sent again.
    expect(before.length).toBeLessThan(9);
    expect(sent.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await api.call('POST', `/imports/${importIdOf(page)}/cancel`);
  });
});
