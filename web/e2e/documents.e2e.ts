import type { Locator, Page } from 'playwright/test';
import type { SeedApi } from './support/api.ts';
import { accessibilityViolations } from './support/axe.ts';
import { expect, heading, message, status, test } from './support/test.ts';

test.use({ role: 'agent', expected: [status(422)] });

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>');

/** A published table with one customer, of an account that takes SVG files, too. */
async function createCustomer(api: SeedApi, account: string): Promise<string> {
  const { body, etag } = await api.call<{ readonly name: string; readonly manager: string }>(
    'GET',
    `/accounts/${account}`,
  );
  const { name, manager } = body;
  const documents = { types: ['pdf', 'png', 'svg'] };
  await api.call('PUT', `/accounts/${account}`, { name, manager, documents }, etag);
  const table = `D${account}`;
  await api.createCrmTable(account, table);
  await api.publishCrmTable(account, table);
  await api.createCustomer(table, { P010: 'Amelia', P011: 'Lee' }, 'A1');
  return table;
}

/** Drops a file on the place where files are attached, as from the file manager. */
async function drop(page: Page, name: string, mimeType: string, content: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ bytes, fileName, type }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], fileName, { type }));
      return transfer;
    },
    { bytes: content.toString('base64'), fileName: name, type: mimeType },
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  const zone = page.getByText('Drop the files here');
  await expect(zone).toBeVisible();
  await zone.dispatchEvent('drop', { dataTransfer });
}

const choose = (page: Page): Locator => page.locator('input[type=file][multiple]');

test('an agent drops a PDF and opens it in the console; an image is shown, and an SVG is only saved', async ({
  page,
  open,
  api,
  account,
}) => {
  const table = await createCustomer(api, account);
  await open(`/desk/${account}/${table}/customers/A1`);
  await expect(heading(page, 'Amelia Lee')).toBeVisible();
  await page.keyboard.press('d');
  await expect(choose(page)).toBeFocused();
  await drop(page, 'Vertrag Größe.pdf', 'text/html', PDF);
  await expect(message(page, 'Vertrag Größe.pdf is attached.')).toBeVisible();
  const list = page.getByRole('list', { name: 'Documents of the customer, the newest first' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('Not scanned for malware');
  expect(await accessibilityViolations(page)).toEqual([]);

  await choose(page).setInputFiles([
    { name: 'photo.png', mimeType: 'image/png', buffer: PIXEL },
    { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: SVG },
    { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') },
    { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
  ]);
  await expect(page.getByText('page.pdf is not attached')).toBeVisible();
  await expect(page.getByText('The file is empty.')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(3);

  await page.getByRole('tab', { name: 'History' }).click();
  const events = page.getByRole('list', { name: 'Events of the customer, the newest first' });
  const pdf = events.getByRole('button', { name: 'Open Vertrag Größe.pdf' });
  await pdf.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Vertrag Größe.pdf' });
  const address = await dialog.locator('iframe').getAttribute('src');
  const shown = await fetch(address ?? '');
  expect(shown.headers.get('content-type')).toBe('application/pdf');
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; /);
  expect(new URL(address ?? '').origin).not.toBe(new URL(page.url()).origin);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await events
    .getByRole('listitem')
    .filter({ hasText: 'photo.png' })
    .dblclick({ position: { x: 5, y: 5 } });
  const image = page.getByRole('dialog', { name: 'photo.png' }).getByRole('img', { name: 'photo.png' });
  await expect.poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(1);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const saving = page.waitForEvent('download');
  await events.getByRole('button', { name: 'Open logo.svg' }).click();
  expect((await saving).suggestedFilename()).toBe('logo.svg');
  await expect(heading(page, 'Amelia Lee')).toBeVisible();
});
