import type { Page, Route } from 'playwright/test';
import type { SeedApi } from './support/api.ts';
import { accessibilityViolations } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, heading, message, status, test } from './support/test.ts';

test.use({ role: 'agent', expected: [status(412)] });

/** A published table with three customers, two of them of one name. */
async function createCustomers(api: SeedApi, account: string): Promise<string> {
  const table = `D${account}`;
  await api.createCrmTable(account, table);
  const flags = { search: false, insert: true, modify: true, result: true };
  const vip = { label: 'VIP', type: 'yes-no', maxLength: 5, flags, tab: 'details' };
  await api.updateFields(account, table, { P020: vip });
  await api.publishCrmTable(account, table);
  await api.createCustomer(table, { P010: 'Amelia', P011: 'Lee', P012: '020 7946 0018', P020: 'yes' }, 'A1');
  await api.createCustomer(table, { P010: 'Bruno', P011: 'Lee', P018: 'YO1 7HH' }, 'A2');
  await api.createCustomer(table, { P010: 'Cleo', P011: 'Falk' }, 'A3');
  return table;
}

const box = (page: Page) => page.getByLabel('Find a customer');

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Holds the answer of the next search back until the returned function is called. */
async function holdSearch(page: Page): Promise<() => Promise<void>> {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const hold = async (route: Route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
    answer();
  };
  await page.route('**/crm-tables/*/customer-searches', hold, { times: 1 });
  return () => {
    release();
    return answered;
  };
}

test('by keyboard alone: an agent finds a customer among two, edits it while another person does, and creates one', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = await createCustomers(api, account);
  await open(`/desk/${account}/${table}`);
  await expect(box(page)).toBeFocused();
  const release = await holdSearch(page);
  await page.keyboard.type('falk');
  await press(page, 'Enter', 'Control+a');
  await page.keyboard.type('lee');
  await press(page, 'Enter');
  await release();
  await expect(page.getByText('2 customers')).toBeVisible();
  await expect(page.getByRole('row', { name: /A1.*VIP.*Last name.*Amelia/ })).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  expect(await accessibilityViolations(page)).toEqual([]);

  await press(page, 'ArrowDown', 'Enter');
  await expect(heading(page, 'Bruno Lee')).toBeVisible();
  await press(page, 'k');
  await expect(heading(page, 'Amelia Lee')).toBeVisible();
  await expect(page.getByText(`A1 · Table ${table} · 1 of 2`)).toBeVisible();
  expect(page.url()).not.toContain('lee');

  await press(page, 'e');
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Dr');
  await page.getByLabel('Phone').fill('020 7946 0000');
  await api.updateCustomer(table, 'A1', { P012: '020 7946 0111', P018: 'SW1A 1AA' });
  await press(page, 'Control+Enter');
  await expect(page.getByText('Another person has changed this in the meantime')).toBeVisible();
  await expect(page.getByLabel('Yours: 020 7946 0000')).toBeFocused();
  await expect(page.getByText("The other person's values are taken for: Postcode.")).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(page.getByRole('button', { name: 'Save' })).toBeFocused();
  await press(page, 'Control+Enter');
  await expect(message(page, 'Customer A1 is saved.')).toBeVisible();
  const { body } = await api.call('GET', `/crm-tables/${table}/customers/A1`);
  expect(body).toMatchObject({ values: { P009: 'Dr', P012: '020 7946 0000', P018: 'SW1A 1AA' } });

  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await press(page, 'Escape', '/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('ode');
  await press(page, 'Enter');
  await expect(page.getByText('No customer matches.')).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByLabel('Title')).toBeFocused();
  await expect(page.getByLabel('Last name')).toHaveValue('ode');
  await press(page, 'Control+Enter');
  await expect(heading(page, 'ode')).toBeVisible();
  await expect(message(page, /^Customer .* is created\.$/)).toBeVisible();
});

test.describe('drafts', () => {
  test.use({ role: 'supervisor', expected: [status(400)] });

  test('what is typed survives a reload, goes with the sign-out, and a customer is deleted with a reason', async ({
    page,
    open,
    api,
    account,
  }) => {
    const table = await createCustomers(api, account);
    page.on('dialog', (dialog) => dialog.accept());
    await open(`/desk/${account}/${table}/customers/A3`);
    await expect(heading(page, 'Cleo Falk')).toBeVisible();
    await press(page, 'e');
    await page.getByLabel('Postcode').fill('YO1');
    await page.reload();
    await expect(page.getByText(/^You have changes of .* that are not saved\.$/)).toBeVisible();
    await press(page, 'e');
    await expect(page.getByLabel('Postcode')).toHaveValue('YO1');
    // An open choice has Escape to itself.
    await page.getByRole('button', { name: /^VIP/ }).click();
    await press(page, 'Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByLabel('Postcode')).toBeVisible();
    await press(page, 'Escape');
    await expect(page.getByRole('button', { name: 'Discard the changes' })).toBeVisible();

    await press(page, 'Delete');
    const question = page.getByRole('dialog', { name: 'Delete Cleo Falk?' });
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(question.getByText('Choose a reason.')).toBeVisible();
    await question.getByLabel('Duplicate of another customer').check();
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect(message(page, 'Customer A3 is deleted.')).toBeVisible();
    await expect(box(page)).toBeFocused();

    await press(page, 'Control+k');
    await expect(page.getByRole('combobox', { name: 'Type a part of a name' })).toBeFocused();
    await page.keyboard.type('new customer');
    await press(page, 'Enter');
    await page.getByLabel('Last name').fill('Ode');
    const kept = () => page.evaluate(() => Object.values(sessionStorage).join());
    expect(await kept()).toContain('Ode');
    await page.getByRole('button', { name: /Sign out/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(heading(page, 'You are signed out')).toBeVisible();
    expect(await kept()).not.toContain('Ode');
  });
});

test('a search shows the matches in another table, which leads to a customer there and to the whole search @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = await createCustomers(api, account);
  const other = `O${account}`;
  await api.createCrmTable(account, other);
  for (let n = 1; n <= 6; n += 1) await api.createCustomer(other, { P011: `Lee ${n}` }, `B${n}`);
  await open(`/desk/${account}/${table}`);
  await box(page).fill('lee');
  await press(page, 'Enter');
  await expect(page.getByText('2 customers')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'In other CRM tables' })).toBeVisible();
  const there = page.getByRole('region').filter({ has: page.getByRole('link', { name: /^B\d$/ }) });
  await expect(there.getByRole('listitem')).toHaveCount(5);
  // The table of the page is not among them.
  await expect(page.getByRole('region', { name: `Table ${table}` })).toHaveCount(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await there.getByRole('button', { name: /^Search in / }).click();
  await expect(page.getByText('6 customers')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('2 customers')).toBeVisible();
  await there.getByRole('link').first().click();
  await expect(heading(page, /^Lee \d$/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/desk/${account}/${other}/customers/B\\d$`));
});

test.describe('a supervisor', () => {
  test.use({ role: 'supervisor' });

  test('by keyboard alone: finds a customer by its ID in small letters, pins a note, reads the history and deletes @full', async ({
    page,
    open,
    api,
    account,
  }) => {
    const table = await createCustomers(api, account);
    await open(`/desk/${account}/${table}`);
    await expect(page.locator('body')).toHaveClass(/awsui-compact-mode/);
    await expect(page.getByRole('button', { name: new RegExp(`^Account.*${account}`) })).toBeVisible();
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('a2');
    await press(page, 'Enter');
    // The only match opens at once.
    await expect(heading(page, 'Bruno Lee')).toBeVisible();

    await press(page, 't');
    await expect(page.getByRole('textbox', { name: /note/i })).toBeFocused();
    await page.keyboard.type('Calls back at six.');
    await press(page, 'Control+Enter');
    await tabTo(page, page.getByRole('button', { name: /^Pin/ }));
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: /^Unpin/ }).first()).toBeVisible();

    await page.reload();
    await expect(heading(page, 'Bruno Lee')).toBeVisible();
    await press(page, '4');
    const events = page.getByRole('list', { name: 'Events of the customer' }).getByRole('listitem');
    await expect(events.filter({ hasText: 'pinned a note' })).toHaveCount(1);

    await press(page, 'Delete');
    const question = page.getByRole('dialog', { name: 'Delete Bruno Lee?' });
    await expect(question.getByRole('radio').first()).toBeFocused();
    await press(page, 'Space');
    await tabTo(page, question.getByRole('button', { name: 'Delete' }));
    await press(page, 'Enter');
    // It was the only match of the search. The notice may be behind one of an import that another journey runs.
    await expect(page.getByText('No customer matches.')).toBeVisible();
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('falk');
    await press(page, 'Enter');
    await expect(heading(page, 'Cleo Falk')).toBeVisible();
  });
});

test('the history of a customer opens the values of an import, and is narrowed to a text @full', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = await createCustomers(api, account);
  await api.updateCustomer(table, 'A2', { P011: 'Leigh' });
  const importId = await api.importFile(table, 'branch.csv', 'Customer ID,Last name,Postcode\nA2,Lea,LS1 4DY\n');
  const ended = () =>
    api.call<{ readonly status: string }>('GET', `/imports/${importId}`).then(({ body }) => body.status);
  await expect.poll(ended, { timeout: 90_000 }).toBe('completed');
  await api.updateCustomer(table, 'A2', { P010: 'Benno' });

  await open(`/desk/${account}/${table}/customers/A2`);
  await expect(heading(page, 'Benno Lea')).toBeVisible();
  await press(page, '4');
  const changes = page.getByRole('list', { name: 'Events of the customer' }).getByRole('listitem');
  await expect(changes).toHaveCount(4);
  await page.getByRole('button', { name: 'Show the old and new values' }).click();
  await expect(changes.nth(1)).toContainText(/branch\.csv.*Last name.*Leigh.*Lea.*YO1 7HH.*LS1 4DY/);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByLabel('Find a field, a value, a note or a document').fill('leigh');
  await expect(changes).toHaveCount(1);
  await page.getByRole('button', { name: 'Reset Values' }).click();
  await expect(changes).toHaveCount(4);
  await press(page, 'e');
  await expect(page.getByLabel('Title')).toBeFocused();
});
