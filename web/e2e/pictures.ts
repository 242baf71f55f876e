// The pictures of docs/images, under their names: npm run e2e -- --screenshots FOLDER
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { SeedApi } from './support/api.ts';
import { screenshots } from './support/environment.ts';
import { expect, heading, test } from './support/test.ts';

const TABLE = '/accounts/VOY/crm-tables/VOUCHR';

async function save(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(screenshots, name), animations: 'disabled' });
}

const flags = (...set: readonly string[]) =>
  Object.fromEntries(['search', 'insert', 'modify', 'result'].map((flag) => [flag, set.includes(flag)]));

/** The fields of a voucher for a hotel, under a tab of their own. */
const STAY = [
  { code: 'P021', label: 'Voucher', type: 'text', maxLength: 12, flags: flags('search', 'insert', 'result') },
  {
    code: 'P022',
    label: 'Hotel',
    type: 'list',
    maxLength: 40,
    listValues: ['Harbour House', 'The Old Mill', 'Castle View'],
    flags: flags('insert', 'modify', 'result'),
  },
  { code: 'P023', label: 'Arrival', type: 'date', maxLength: 10, flags: flags('search', 'insert', 'modify', 'result') },
  { code: 'P024', label: 'Nights', type: 'number', maxLength: 3, flags: flags('insert', 'modify') },
  { code: 'P025', label: 'Special requests', type: 'notes', maxLength: 2_000, flags: flags('insert', 'modify') },
];
const SHORT = ['P008', 'P009', 'P010', 'P011', 'P012', 'P019'];

interface Stored {
  readonly draft: { readonly tabs: readonly object[]; readonly fields: readonly { readonly code: string }[] };
}

async function createVouchers(api: SeedApi): Promise<void> {
  await api.createCrmTable('VOY', 'VOUCHR', 'Vouchers');
  const { body, etag } = await api.call<Stored>('GET', TABLE);
  const { tabs, fields } = body.draft;
  const draft = {
    name: 'Vouchers',
    defaultCountry: 'GB',
    tabs: [...tabs, { id: 'stay', label: 'Stay' }],
    fields: [...fields.filter(({ code }) => SHORT.includes(code)), ...STAY.map((field) => ({ ...field, tab: 'stay' }))],
  };
  await api.call('PUT', TABLE, draft, etag);
  await api.publishCrmTable('VOY', 'VOUCHR');
}

/** Changes that affect customers, a definition and a schedule. */
async function changeVouchers(api: SeedApi): Promise<void> {
  const mapping = [
    { column: 'Voucher no.', field: 'P021' },
    { column: 'Nights', field: 'P024' },
  ];
  await api.call('POST', '/crm-tables/VOUCHR/definitions', {
    name: 'Bookings of the partner',
    mapping,
    isDefault: true,
  });
  await api.call('POST', '/crm-tables/VOUCHR/schedules', {
    name: 'Every morning',
    source: { kind: 'newest' },
    when: { frequency: 'daily', time: '06:30' },
    timeZone: 'Europe/London',
  });
  await api.updateFields('VOY', 'VOUCHR', {
    P022: { listValues: ['Harbour House', 'Castle View'] },
    P023: { required: true },
    P024: undefined,
  });
}

const HOTELS = ['Harbour House', 'The Old Mill', 'Castle View', 'Harbor House'];

/** Bookings of a partner; one hotel in four is spelled otherwise than in the list of the CRM table. */
const bookings = (count: number, nights: number): string =>
  [
    'Customer ID,First Name,Last Name,Phone,Voucher,Hotel,Nights,Agency',
    ...Array.from({ length: count }, (_, at) =>
      [
        `VOY_${at + 1}`,
        ['Amelia', 'Bruno', 'Chiara', 'Dilan'][at % 4],
        ['Bauer', 'Castro', 'Dupont'][at % 3],
        `020 7946 0${String(at % 1_000).padStart(3, '0')}`,
        `V-${10_000 + at}`,
        HOTELS[at % 16 === 3 ? 3 : at % 3],
        nights + (at % 2) * (nights - 3),
        'Kingston Travel',
      ].join(','),
    ),
    '',
  ].join('\n');

async function isImported(page: Page, api: SeedApi, name: string, content: string): Promise<void> {
  const importId = await api.importFile('VOUCHR', name, content);
  await page.goto(`/imports/${importId}`);
  await expect(page.getByText('Completed, some records failed', { exact: true })).toBeVisible({ timeout: 240_000 });
}

/** An import that inserts, updates, ignores and fails records; and the wizard at the columns of such a file. */
async function takeImports(page: Page, api: SeedApi): Promise<void> {
  await isImported(page, api, 'bookings-march.csv', bookings(1_200, 3));
  await isImported(page, api, 'bookings-april.csv', bookings(1_500, 4));
  await save(page, 'import.png');

  await page.goto('/accounts/VOY/imports/new?table=VOUCHR');
  const buffer = Buffer.from(bookings(1_500, 5));
  const file = { name: 'bookings-may.csv', mimeType: 'text/csv', buffer };
  await page.locator('input[type="file"]').last().setInputFiles(file);
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await expect(page.getByText(/the first line names the columns/).first()).toBeVisible();
  await next.click();
  await page
    .getByRole('grid')
    .getByRole('row', { name: /^Hotel / })
    .click();
  await save(page, 'wizard.png');
}

test('the pictures in the documents', async ({ page, open, api }) => {
  await api.createAccount('VOY', 'Voyages');
  await createVouchers(api);
  await api.createCampaign('VOY', 'City Breaks', 'VOUCHR');
  await api.createCampaign('VOY', 'Renewals in spring', 'VOUCHR');
  await api.createCampaign('VOY', 'Winter sports');
  await open('/accounts/VOY');
  await expect(page.getByRole('tree').getByText('Winter sports')).toBeVisible();
  await expect(page.getByRole('table').getByRole('link')).toHaveCount(4);
  await save(page, 'console.png');

  await page.setViewportSize({ width: 1366, height: 900 });
  await page.goto(`${TABLE}/design`);
  await page.getByRole('rowheader', { name: 'Arrival' }).click();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await save(page, 'designer.png');

  await takeImports(page, api);

  await changeVouchers(api);
  await page.goto(`${TABLE}/publish`);
  await expect(heading(page, 'Publish VOUCHR')).toBeVisible();
  await save(page, 'publish.png');
});
