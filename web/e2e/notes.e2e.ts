import type { Page } from 'playwright/test';
import type { SeedApi } from './support/api.ts';
import { accessibilityViolations } from './support/axe.ts';
import { personOf } from './support/environment.ts';
import { expect, heading, message, status, test } from './support/test.ts';

test.use({ role: 'agent', expected: [status(412), status(404)] });

/** A published table with one customer, whose notes open together with the record. */
async function createCustomer(api: SeedApi, account: string): Promise<string> {
  const table = `N${account}`;
  await api.createCrmTable(account, table);
  const path = `/accounts/${account}/crm-tables/${table}`;
  const { body, etag } = await api.call<{ readonly draft: object }>('GET', path);
  await api.call('PUT', path, { ...body.draft, autoPopNotes: true }, etag);
  await api.publishCrmTable(account, table);
  await api.createCustomer(table, { P010: 'Amelia', P011: 'Lee', P012: '020 7946 0018' }, 'A1');
  return table;
}

/** What another person does with the one pinned note. */
async function otherPerson(api: SeedApi, table: string) {
  const path = `/crm-tables/${table}/customers/A1`;
  const { body } = await api.call<{ readonly items: readonly [{ readonly noteId: string }] }>(
    'GET',
    `${path}/pinned-notes`,
  );
  const one = `${path}/notes/${body.items[0].noteId}`;
  return {
    edits: (text: string) => api.call('PUT', one, { text }, '*'),
    deletes: () => api.call('DELETE', `${one}?reason=other`, undefined, '*'),
  };
}

const note = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

test('an agent writes a note, pins and edits it, also after another person has changed or deleted it', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = await createCustomer(api, account);
  page.on('dialog', (dialog) => dialog.accept());
  await open(`/desk/${account}/${table}/customers/A1`);
  await expect(heading(page, 'Amelia Lee')).toBeVisible();
  await expect(page.getByText('There are no notes on this customer.')).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByLabel('New note')).toBeFocused();
  await page.keyboard.type('Calls back at six.');
  await page.reload();
  await expect(page.getByLabel('New note')).toHaveValue('Calls back at six.');
  await page.keyboard.press('Control+Enter');
  await expect(message(page, 'The note is saved.')).toBeVisible();
  await note(page, 'Calls back at six.').getByRole('button', { name: 'Pin' }).click();
  const pinned = page.getByRole('list', { name: 'Pinned notes' });
  await expect(pinned).toContainText('Calls back at six.');
  expect(await accessibilityViolations(page)).toEqual([]);

  await pinned.getByRole('button', { name: 'Edit note' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Calls back at seven.');
  await page.keyboard.press('Control+Enter');
  await expect(pinned).toContainText('Calls back at seven.');
  await pinned.getByRole('button', { name: 'Earlier texts' }).click();
  await expect(page.getByRole('dialog', { name: 'Earlier texts' })).toContainText('Calls back at six.');
  await page.keyboard.press('Escape');

  const other = await otherPerson(api, table);
  await pinned.getByRole('button', { name: 'Edit note' }).click();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Calls back at seven.');
  await other.edits('Calls back at eight.');
  await page.getByLabel('Note', { exact: true }).fill('Calls back at nine.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Another person has changed this note meanwhile')).toBeVisible();
  await expect(pinned).toContainText('Calls back at eight.');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByLabel(`${personOf('administrator').name}`)).toHaveValue('Calls back at eight.');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Calls back at nine.');
  await page.keyboard.press('Control+Enter');
  await expect(pinned).toContainText('Calls back at nine.');

  await pinned.getByRole('button', { name: 'Edit note' }).click();
  await page.getByLabel('Note', { exact: true }).fill('Calls back at ten.');
  await other.deletes();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Another person has deleted this note meanwhile')).toBeVisible();
  await expect(pinned).toBeHidden();
  await page.getByRole('button', { name: 'Save as a new note' }).click();
  const written = note(page, 'Calls back at ten.');
  await written.getByRole('button', { name: 'Delete note' }).click();
  const question = page.getByRole('dialog', { name: 'Delete this note?' });
  await question.getByLabel('Entered by mistake').check();
  await question.getByRole('button', { name: 'Delete note' }).click();
  await expect(page.getByText('There are no notes on this customer.')).toBeVisible();
});

test('an agent searches the history of a customer, with the names of the people in it', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = await createCustomer(api, account);
  await api.updateCustomer(table, 'A1', { P012: '020 7946 0111' });
  await api.call('POST', `/crm-tables/${table}/customers/A1/notes`, { text: 'Prefers Zürich.' });
  await open(`/desk/${account}/${table}/customers/A1`);
  await expect(heading(page, 'Amelia Lee')).toBeVisible();
  await page.keyboard.press('4');
  const events = page.getByRole('list', { name: 'Events of the customer' }).getByRole('listitem');
  await expect(events).toHaveCount(3);
  await expect(events.first()).toContainText(`${personOf('administrator').name} wrote a note`);
  await page.getByLabel('Find a field, a value, a note or a document').fill('zurich');
  await expect(events).toHaveCount(1);
  await page.getByRole('button', { name: 'Reset Values' }).click();
  await expect(events).toHaveCount(3);
  await page.getByRole('button', { name: /^Event/ }).click();
  await page.getByRole('option', { name: 'Changed' }).click();
  await expect(events).toHaveCount(1);
  expect(await accessibilityViolations(page)).toEqual([]);
});
