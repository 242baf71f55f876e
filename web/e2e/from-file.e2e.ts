import type { Locator, Page } from 'playwright/test';
import { accessibilityViolations } from './support/axe.ts';
import { countPresses, tabTo } from './support/keyboard.ts';
import { expect, heading, message, status, test } from './support/test.ts';

const ROWS = [
  'Policy,Surname,Mobile,Joined,Note',
  'A-1,Lee,7700900101,03/04/2026,4.41E+11',
  'A-2,Falk,7700900102,31/12/2025,fine',
  'A-3,Ode,7700900103,05/06/2026,fine',
];
const FILE = { mimeType: 'text/csv', buffer: Buffer.from(`${ROWS.join('\n')}\n`) };

interface Stored {
  readonly draft: {
    readonly fields: readonly { readonly code: string; readonly label: string; readonly type: string }[];
  };
  readonly published: object | null;
}

const upToDate = (page: Page) => expect(page.getByText('The proposal has all changes.')).toBeVisible();
const choose = (page: Page, title: string) => page.getByRole('radio', { name: `Choose ${title}` });

test('a CRM table is made from a file, with a date form, a label and a column left out', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `M${account}`;
  await open(`/accounts/${account}`);
  await page.getByRole('link', { name: 'Create from a file' }).click();
  await expect(heading(page, 'Create CRM table from a file')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ ...FILE, name: `${table}.csv` });
  await expect(page.getByText('3 records and 5 columns were read.')).toBeVisible();
  await expect(page.getByText('seem to have lost a leading zero', { exact: false })).toHaveCount(0);

  await choose(page, 'Mobile (column 3)').check();
  await expect(page.getByText(/3 of 3 values seem to have lost a leading zero/)).toBeVisible();
  await choose(page, 'Joined (column 4)').check();
  await expect(page.getByText(/The day seems to come first/).first()).toBeVisible();
  await page.getByRole('radio', { name: 'The first: day, month, year' }).check();
  await expect(page.getByText('You chose that the day comes first. All 3 values are such dates.')).toBeVisible();
  await page.getByLabel('Label', { exact: true }).fill('Member since');
  await choose(page, 'Note (column 5)').check();
  await expect(page.getByText('4.41E+11 (line 2)').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Create a field for this column' }).uncheck();
  await upToDate(page);
  await expect(page.getByRole('row', { name: /Note \(column 5\)/ })).toContainText('Left out');
  expect(await accessibilityViolations(page)).toEqual([]);

  await page.getByLabel('Prefix', { exact: true }).fill(table);
  await page.getByRole('button', { name: 'Create and publish' }).click();
  await expect(message(page, `CRM table ${table} is published.`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import the file' })).toHaveAttribute(
    'href',
    `/accounts/${account}/imports/new?table=${table}`,
  );
  const { body } = await api.call<Stored>('GET', `/accounts/${account}/crm-tables/${table}`);
  expect(body.published).not.toBeNull();
  expect(body.draft.fields.map(({ code, label, type }) => `${code} ${label} ${type}`)).toEqual([
    'P008 Policy text',
    'P011 Surname text',
    'P013 Mobile telephone',
    'P021 Member since date',
  ]);
  interface Definitions {
    readonly items: readonly { readonly isDefault: boolean; readonly mapping: readonly object[] }[];
  }
  const definitions = await api.call<Definitions>('GET', `/crm-tables/${table}/definitions`);
  expect(definitions.body.items).toMatchObject([
    { isDefault: true, mapping: expect.arrayContaining([{ column: 'Joined', field: 'P021', dateForm: 'day-first' }]) },
  ]);
});

test('a draft keeps how its file is read, and a publication asks before records are rejected @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = `R${account}`;
  const rows = ['31/12/2025', '03/04/2026', '30/04/2026', '28/02/2026', 'soon', '13/03/2026'].map(
    (day, at) => `A-${at};${day};Gold`,
  );
  const buffer = Buffer.from(`Policy;Joined;Tier\n${rows.join('\n')}\n`);
  const file = { mimeType: 'text/csv', buffer, name: `${table}.csv` };
  await open(`/accounts/${account}/new-crm-table/from-file`);
  await page.locator('input[type=file]').setInputFiles(file);
  await choose(page, 'Tier (column 3)').check();
  await page.getByLabel('Longest value', { exact: true }).fill('12');
  await page.getByRole('checkbox', { name: 'Searchable' }).check();
  await choose(page, 'Joined (column 2)').check();
  await expect(
    page.getByText(/1 value is no such date, and an import rejects its record: soon \(line 6\)/),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'The first: day, month, year' }).check();
  await expect(page.getByText(/5 of 6 values are such dates/)).toBeVisible();
  await page.getByLabel('Prefix', { exact: true }).fill(table);
  await upToDate(page);
  await page.getByRole('button', { name: 'Create and publish' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('An import of the file rejects 1 of the 6 records that were read');
  await question.getByRole('button', { name: 'Go back' }).click();
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(heading(page, `Design ${table}`)).toBeVisible();
  const { body } = await api.call<Stored>('GET', `/accounts/${account}/crm-tables/${table}`);
  expect(body).toMatchObject({
    published: null,
    draft: { fields: [{}, { type: 'date' }, { maxLength: 12, flags: { search: true } }] },
  });
  await page.getByRole('button', { name: 'Try out' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('5 records are taken, 1 rejected.')).toBeVisible();
  await expect(page.getByText('Record 5: Joined (soon) is not a date (YYYY-MM-DD).')).toBeVisible();
  await page.getByRole('button', { name: /How the file is read/ }).click();
  await page.getByRole('option', { name: 'As detected' }).click();
  await expect(page.getByText('0 records are taken, 6 rejected.')).toBeVisible();
});

test('a CRM table of 30 fields is made from a file, changed and published by keyboard alone @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const FIELDS = 30;
  /** What a person needs; more is a way that has become longer. */
  const MOST_PRESSES = 110;
  const table = `L${account}`;
  const others = Array.from({ length: FIELDS - 4 }, (_, index) => `Detail ${index + 1}`);
  const header = ['Policy', 'Surname', 'Mobile', 'Joined', ...others].join(',');
  const rows = ['03/04/2026', '31/12/2025', '13/06/2026'].map(
    (day, at) => `A-${at},Lee,+4477009001${at}1,${day}${',fine'.repeat(others.length)}`,
  );
  const buffer = Buffer.from(`${[header, ...rows].join('\n')}\n`);
  await open(`/accounts/${account}`);
  const presses = countPresses(page);
  const enter = async (target: Locator) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };

  await test.step('the file', async () => {
    await enter(page.getByRole('link', { name: 'Create from a file' }));
    await expect(heading(page, 'Create CRM table from a file')).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await enter(page.getByRole('button', { name: 'Choose file' }));
    await (await chooser).setFiles({ name: 'policies.csv', mimeType: 'text/csv', buffer });
    await upToDate(page);
    await tabTo(page, page.getByLabel('Prefix', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(table);
    await tabTo(page, choose(page, 'Policy (column 1)'));
    for (let column = 1; column < 4; column += 1) await page.keyboard.press('ArrowDown');
    await expect(choose(page, 'Joined (column 4)')).toBeChecked();
    await tabTo(page, page.getByRole('radio', { name: 'Not known: the field is text' }));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText('You chose that the day comes first.', { exact: false })).toBeVisible();
    await upToDate(page);
    await enter(page.getByRole('button', { name: 'Create draft' }));
    await expect(heading(page, `Design ${table}`)).toBeVisible();
  });

  await test.step('the draft', async () => {
    const grid = page.getByRole('grid');
    await tabTo(page, grid.locator('[tabindex="0"]').first());
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Remark');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('row', { name: 'Remark' })).toBeVisible();
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Result: Remark' })).toBeChecked();
    await expect(page.getByText('Draft saved')).toBeVisible();
  });

  await test.step('the publication', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Publish…' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(heading(page, `Publish ${table}`)).toBeVisible();
    await enter(page.getByRole('button', { name: 'Publish', exact: true }));
    await expect(heading(page, table)).toBeVisible();
  });
  const { body } = await api.call<Stored>('GET', `/accounts/${account}/crm-tables/${table}`);
  expect(body.published).not.toBeNull();
  expect(body.draft.fields).toHaveLength(FIELDS);
  expect(body.draft.fields.slice(-2).map(({ label }) => label)).toEqual(['Remark', 'Detail 25']);
  expect(presses()).toBeLessThan(MOST_PRESSES);
});

test.describe('choices that no table can have', () => {
  // The API rejects them while the user still types.
  test.use({ expected: [status(400)] });

  test('by keyboard alone: a type is chosen, a wrong code is reported, and the draft goes to the designer @full', async ({
    page,
    open,
    api,
    account,
  }) => {
    const table = `K${account}`;
    await open(`/accounts/${account}/new-crm-table/from-file`);
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.getByRole('button', { name: 'Choose file' }));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ ...FILE, name: 'members.csv' });
    await upToDate(page);
    await tabTo(page, page.getByLabel('Prefix', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(table);
    await tabTo(page, choose(page, 'Policy (column 1)'));
    await page.keyboard.press('ArrowDown');
    await expect(choose(page, 'Surname (column 2)')).toBeChecked();
    await tabTo(page, page.getByLabel('Code', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('P099');
    await expect(page.getByText('A field code must be P008 to P084.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Create draft' })).toBeDisabled();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('P030');
    await tabTo(page, page.getByLabel('Type', { exact: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Long');
    await page.keyboard.press('Enter');
    await upToDate(page);
    await tabTo(page, page.getByRole('button', { name: 'Create draft' }));
    await page.keyboard.press('Enter');
    await expect(heading(page, `Design ${table}`)).toBeVisible();
    const { body } = await api.call<Stored>('GET', `/accounts/${account}/crm-tables/${table}`);
    expect(body.published).toBeNull();
    expect(body.draft.fields[1]).toMatchObject({ code: 'P030', label: 'Surname', type: 'notes' });
  });
});
