import { createHash } from 'node:crypto';
import { STANDARD_FIELDS } from '../../../functions/crm-tables/index.ts';
import { DELETED_TABLES, ERASED_TABLES, FOREIGN, HIDDEN, HIDDEN_FIELD, MARKED_TABLE } from './markers.ts';
import { administratorOf, type Sender, type Target } from './target.ts';

const flags = { search: true, insert: true, modify: true, result: true };
const TABS = [{ id: 'details', label: 'Customer Details' }];
const FIELDS = [
  ...STANDARD_FIELDS,
  {
    ...{ code: 'P021', label: 'Region', type: 'list', maxLength: 20, listValues: ['North', 'South', 'West'] },
    ...{ flags: { ...flags, search: false }, tab: 'details' },
  },
  { code: HIDDEN_FIELD, label: 'Secret', type: 'text', maxLength: 60, flags, tab: 'details' },
];

async function addAccount({ call }: Sender, prefix: string, name: string, more: object = {}): Promise<void> {
  await call('POST', '/accounts', { prefix, name, manager: name, ...more });
}

async function addTable({ call }: Sender, account: string, prefix: string, name: string): Promise<void> {
  const tables = `/accounts/${account}/crm-tables`;
  const table = { prefix, name, defaultCountry: 'GB', tabs: TABS, fields: FIELDS };
  const { headers } = await call('POST', tables, table);
  await call('POST', `${tables}/${prefix}/publish`, undefined, { 'if-match': String(headers.etag) });
}

/** A file whose beginning is that of a PDF. */
const PDF = '%PDF-1.7\n\n';

/** Customers with the marker in a field, of whom one has changed and a note, and one is deleted. */
async function addCustomers(
  { call, sendDocument }: Sender,
  prefix: string,
  code: string,
  marker: string,
): Promise<void> {
  const at = `/crm-tables/${prefix}/customers`;
  for (let n = 1; n <= 4; n += 1) {
    const values = { P011: `Mill ${n}`, P018: 'YO1 7HH', [code]: `${marker} ${n}` };
    await call('POST', at, { customerId: `${prefix}_${n}`, values });
  }
  const changed = { values: { [code]: `${marker} 9`, P010: 'Ann' } };
  await call('PATCH', `${at}/${prefix}_1`, changed, { 'if-match': '"1"' });
  // The rule of a field has no effect on notes.
  await call('POST', `${at}/${prefix}_1/notes`, { text: code === HIDDEN_FIELD ? 'Calls back.' : marker });
  // The rule of a field has no effect on documents either.
  const name = code === HIDDEN_FIELD ? 'Contract.pdf' : `${marker}.pdf`;
  const file = { name, bytes: PDF.length, sha256: createHash('sha256').update(PDF).digest('base64') };
  for (let n = 1; n <= 2; n += 1) {
    const { body } = await call('POST', `${at}/${prefix}_1/document-uploads`, file);
    await sendDocument(body.upload, PDF);
    await call('POST', `${at}/${prefix}_1/document-uploads/${body.uploadId}/completion`);
  }
  await call('DELETE', `${at}/${prefix}_4?reason=duplicate`, undefined, { 'if-match': '"1"' });
}

/** Everything of a foreign account has the marker in its texts. */
async function addForeign(sender: Sender): Promise<void> {
  const { call } = sender;
  await addAccount(sender, 'FOR', FOREIGN);
  await addTable(sender, 'FOR', 'FORTAB', FOREIGN);
  await call('POST', '/accounts/FOR/campaigns', { name: FOREIGN, crmTablePrefix: 'FORTAB', crmName: FOREIGN });
  await call('POST', '/crm-tables/FORTAB/definitions', { name: FOREIGN });
  await call('POST', '/crm-tables/FORTAB/export-definitions', { name: FOREIGN, options: {} });
  await call('POST', '/exports', { prefix: 'FORTAB', fileName: `${FOREIGN}.csv` });
  await call('POST', '/crm-tables/FORTAB/filters', {
    name: FOREIGN,
    all: [{ any: [{ field: 'P011', operator: 'is', value: FOREIGN }] }],
  });
  await call('POST', '/crm-tables/FORTAB/schedules', {
    ...{ name: FOREIGN, source: { kind: 'key', key: `inbox/FORTAB/${FOREIGN}.csv` } },
    ...{ when: { frequency: 'daily', time: '06:30' }, timeZone: 'Europe/London' },
  });
  await addCustomers(sender, 'FORTAB', 'P011', FOREIGN);
}

/**
 * Accounts BRI and LIM with the tables VOUCIM, MARK and LIMTAB, and the foreign account FOR with FORTAB. MARK has values
 * of the hidden field, FOR has texts that limited callers must not see.
 */
export async function setUpForFuzz(target: Target): Promise<void> {
  const sender = administratorOf(target);
  await addAccount(sender, 'BRI', 'Brigitte Training');
  // Each import waits for a confirmation.
  await addAccount(sender, 'LIM', 'Limited', { confirmImportsOverDollars: 0 });
  await addTable(sender, 'BRI', 'VOUCIM', 'Vouchers');
  await addTable(sender, 'BRI', MARKED_TABLE, 'Marked');
  await addTable(sender, 'LIM', 'LIMTAB', 'Limited');
  for (const prefix of [...DELETED_TABLES, ...ERASED_TABLES]) await addTable(sender, 'BRI', prefix, 'Deleted');
  await addForeign(sender);
  await addCustomers(sender, MARKED_TABLE, HIDDEN_FIELD, HIDDEN);
  await addCustomers(sender, 'VOUCIM', 'P009', 'Dr');
  const header = `Customer ID,Last name,Postcode,Secret\n`;
  // The second record fails, so that the markers are in the files of failures.
  const marked = `${header}M1,Mill,YO1 7HH,${HIDDEN} 1\nM2,Mill,much too long for it,${HIDDEN} 2\nM8,Mill,,\nM9,Mill,,\n`;
  const foreign = `${header}F1,${FOREIGN},YO1 7HH,x\nF2,${FOREIGN},much too long for it,x\n`;
  for (const folder of ['uploads', 'inbox']) {
    await target.putFile(`${folder}/${MARKED_TABLE}/monday.csv`, marked);
    await target.putFile(`${folder}/FORTAB/${FOREIGN}.csv`, foreign);
  }
  await setUpImports(target, sender);
}

/** Imports that wait: for parts, for a confirmation, and for a resumption after they were cancelled. */
async function setUpImports(target: Target, { call }: Sender): Promise<void> {
  const file = 'Customer ID,Last name\nVOUCIM_1,Smith\nVOUCIM_7,Mill\n';
  for (const table of ['VOUCIM', 'LIMTAB']) {
    for (const folder of ['uploads', 'inbox']) await target.putFile(`${folder}/${table}/monday.csv`, file);
  }
  for (const fileName of ['large.csv', 'larger.csv'])
    await call('POST', '/imports', { prefix: 'VOUCIM', fileName, bytes: 64 * 1024 * 1024 + 1 });
  const { body } = await call('GET', '/imports?prefix=VOUCIM');
  const running = body.items.find(({ status }: { status: string }) => status === 'running' || status === 'queued');
  if (running) await call('POST', `/imports/${running.importId}/cancel`);
}
