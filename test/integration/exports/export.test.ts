import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STANDARD_FIELDS } from '../../../functions/crm-tables/index.ts';
import { exportFiles } from '../../../functions/exports/domain/export-keys.ts';
import { ExportFiringSchema } from '../../../functions/exports/domain/export-run.ts';
import { startScheduledExport } from '../../../functions/exports/use-cases/start-scheduled-export.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { callRoute } from '../../support/http.ts';
import { testerOf } from '../../support/rights.ts';
import { runExports } from '../../support/started-exports.ts';
import { importUpload, type WholeApi, wholeApi } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
  await call('POST', '/accounts', { prefix: 'BRI', name: 'Brigitte', manager: 'Brigitte' });
  for (const prefix of ['VOUCIM', 'COPY']) {
    const tabs = [{ id: 'details', label: 'Customer Details' }];
    const table = { prefix, name: prefix, defaultCountry: 'GB', tabs, fields: STANDARD_FIELDS };
    const { headers } = await call('POST', '/accounts/BRI/crm-tables', table);
    await call('POST', `/accounts/BRI/crm-tables/${prefix}/publish`, undefined, { 'if-match': headers.etag });
  }
  await importUpload(api, 'uploads/VOUCIM/all.csv', FILE);
});
afterAll(() => dynamo.stop());

const NAMES = [
  'Mill',
  'Łódź',
  'say "x"',
  'a,b',
  'two\nlines',
  ' spaces ',
  '=1+1',
  '😀',
  "O'Hara",
  'Zoë',
  'c\rd',
  'sep=;',
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const ROWS = 400;
const FILE = `Customer ID,Last name,Postcode\n${Array.from(
  { length: ROWS },
  (_, n) => `C${n},${quoted(NAMES[n % NAMES.length] ?? '')},YO${n % 10} 7HH\n`,
).join('')}`;

async function call(method: string, path: string, body?: object, headers: object = {}, role = 'administrator') {
  const given = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await callRoute(api.handler, method, path, { role, headers: { ...headers }, ...given });
  // biome-ignore lint/suspicious/noExplicitAny: the answers of many routes
  return answer as { status: number; headers: any; body: any };
}

async function exported(
  {
    prefix = 'VOUCIM',
    ...request
  }: { readonly prefix?: string; readonly options?: object; readonly exportDefinitionId?: string },
  role = 'administrator',
  settings?: Parameters<typeof runExports>[1],
) {
  const started = await call('POST', '/exports', { prefix, ...request }, {}, role);
  expect([started.status, started.body.code]).toEqual([202, undefined]);
  await runExports(api.exporting, settings);
  const { body } = await call('GET', `/exports/${started.body.exportId}`, undefined, {}, role);
  const { value } = (await api.exporting.exports.find(prefix, started.body.exportId)) ?? {};
  const keys = exportFiles(value ?? body);
  return { ...body, keys, text: Buffer.from(await api.bucket.read(keys.data)).toString() };
}

const importedAs = async (prefix: string, text: string, definition: object) => {
  const name = `back-${prefix}-${Math.random()}`;
  const saved = await call('POST', `/crm-tables/${prefix}/definitions`, { name, isDefault: true, ...definition });
  expect([saved.status, saved.body.errors]).toEqual([201, undefined]);
  const importId = await importUpload(api, `uploads/${prefix}/${name}.csv`, text);
  return (await call('GET', `/imports/${importId}`)).body.counts;
};

describe('an export', () => {
  test('imported again changes nothing, and makes an equal table of an empty one', async () => {
    const first = await exported({}, 'administrator', { mostSeconds: 60, fragmentBytes: 500 });
    expect(first).toMatchObject({ status: 'completed', counts: { rows: ROWS, unrepresentable: 0 } });
    const definition = JSON.parse(Buffer.from(await api.bucket.read(first.keys.definition)).toString());
    expect(await importedAs('VOUCIM', first.text, definition)).toMatchObject({ ignored: ROWS, total: ROWS, failed: 0 });
    expect(await importedAs('COPY', first.text, definition)).toMatchObject({ inserted: ROWS, total: ROWS });
    const copy = await exported({ prefix: 'COPY' });
    expect(copy.text).toBe(first.text);
  });

  test('continues where it has stopped, with the rows in the same order', async () => {
    const whole = await exported({});
    const started = await call('POST', '/exports', { prefix: 'VOUCIM' });
    const { exportId } = started.body;
    // Each call of a step writes one small fragment; the workflow calls it again.
    await runExports(api.exporting, { mostSeconds: 0, fragmentBytes: 1 });
    const ended = (await call('GET', `/exports/${exportId}`)).body;
    const keys = exportFiles({ ...ended, fileName: ended.fileName });
    expect(Buffer.from(await api.bucket.read(keys.data)).toString()).toBe(whole.text);
  });

  test('has the rows of a filter, the chosen fields, and no field that is hidden from the caller', async () => {
    const all = [{ any: [{ field: 'P018', operator: 'begins', value: 'yo7' }] }];
    const filter = await call('POST', '/crm-tables/VOUCIM/filters', { name: 'YO7', all });
    const { filterId } = filter.body;
    // The people of one client see what was done with its filters.
    const { body: audit } = await call('GET', '/audit?kind=filter&account=BRI');
    expect(audit.items).toMatchObject([{ action: 'create', object: filterId, account: 'BRI', table: 'VOUCIM' }]);
    const found = await exported({ options: { filterId, fields: ['P018', 'P008'], delimiter: 'semicolon' } });
    const lines = found.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('Postcode;Customer ID');
    expect(lines.slice(1).every((line: string) => line.startsWith('YO7 7HH;'))).toBe(true);
    expect(lines).toHaveLength(1 + ROWS / 10);

    const limited = await exported({}, 'supervisor!VOUCIM.P011');
    expect(limited.text).not.toContain('Mill');
    const named = { prefix: 'VOUCIM', options: { fields: ['P011'] } };
    expect((await call('POST', '/exports', named, {}, 'supervisor!VOUCIM.P011')).body.code).toBe('export.invalid');
    // The file of another person has the field.
    const foreign = await call('GET', `/exports/${found.exportId}`, undefined, {}, 'supervisor!VOUCIM.P018');
    expect(foreign.body.code).toBe('export.not-found');
    const list = await call('GET', '/exports?prefix=VOUCIM', undefined, {}, 'supervisor!VOUCIM.P018');
    expect(list.body.items.map((each: { exportId: string }) => each.exportId)).not.toContain(found.exportId);
    expect((await call('POST', '/exports', { prefix: 'VOUCIM' }, {}, 'agent')).status).toBe(403);
  });

  test('counts and lists the cells that the encoding lacks', async () => {
    const found = await exported({ options: { encoding: 'windows-1252' } });
    const lost = NAMES.filter((name) => ['Łódź', '😀'].includes(name)).length;
    expect(found.counts.unrepresentable).toBeGreaterThanOrEqual(lost * Math.floor(ROWS / NAMES.length));
    const report = Buffer.from(await api.bucket.read(found.keys.unrepresentable)).toString();
    expect(report).toContain(',Last name,Łódź\r\n');
    expect(found.files.map(({ kind }: { kind: string }) => kind)).toContain('unrepresentable');
  });

  test('since the last one of its definition has what people and imports have changed meanwhile, and nothing else', async () => {
    const options = { fields: ['P008', 'P011'], headings: false, since: 'last-export' };
    const saved = await call('POST', '/crm-tables/VOUCIM/export-definitions', { name: 'Changes', options });
    const { exportDefinitionId } = saved.body;
    api.wait(3_600);
    expect((await exported({ exportDefinitionId })).counts.rows).toBe(ROWS);
    api.wait(3_600);
    const before = await call('GET', '/crm-tables/VOUCIM/customers/C7');
    const etag = { 'if-match': before.headers.etag };
    await call('PATCH', '/crm-tables/VOUCIM/customers/C7', { values: { P011: 'Changed' } }, etag);
    await call('POST', '/crm-tables/VOUCIM/definitions', { name: 'plain', isDefault: true });
    await importUpload(api, 'uploads/VOUCIM/two.csv', 'Customer ID,Last name\nC8,Imported\nNEW1,New\nC9,Zoë\n');
    const found = await exported({ exportDefinitionId });
    const lines = found.text.trimEnd().split('\r\n').sort();
    expect(lines).toEqual(['C7,Changed', 'C8,Imported', 'NEW1,New']);
  });

  test('of edits has each old and new value since a time, by a person', async () => {
    const since = '2020-01-01T00:00:00Z';
    const found = await exported({ options: { kind: 'edits', since } });
    const lines = found.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('Time,Customer ID,Person,Field,Old value,New value');
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^\d{4}-.*Z,C7,tester,Last name,😀,Changed$/)]);
    const others = await exported({ options: { kind: 'edits', since, by: 'u-2' } });
    expect(others.counts.rows).toBe(0);
    const missing = await call('POST', '/exports', { prefix: 'VOUCIM', options: { kind: 'edits' } });
    expect(missing.body.errors).toMatchObject([{ code: 'export.since-missing' }]);
  });

  test('that is cancelled ends without a file, and cannot be resumed', async () => {
    const { body } = await call('POST', '/exports', { prefix: 'VOUCIM' });
    await call('POST', `/exports/${body.exportId}/cancel`);
    await runExports(api.exporting);
    const ended = await call('GET', `/exports/${body.exportId}`);
    expect(ended.body).toMatchObject({ status: 'cancelled', files: [] });
    expect((await call('POST', `/exports/${body.exportId}/resume`)).body.code).toBe('export.not-failed');
  });

  test('of a schedule runs by the rights of its person, once for each run, and keeps its definition', async () => {
    const saved = await call('POST', '/crm-tables/VOUCIM/export-definitions', { name: 'Weekly', options: {} });
    const { exportDefinitionId } = saved.body;
    const person = 'supervisor!VOUCIM.P012';
    const when = { frequency: 'weekly', weekdays: ['friday'], time: '18:00' };
    const wanted = { name: 'Fridays', source: { kind: 'export', exportDefinitionId }, when, timeZone: 'Europe/London' };
    const made = await call('POST', '/crm-tables/VOUCIM/schedules', wanted, {}, 'supervisor');
    expect(made.body).toMatchObject({ orderedBy: testerOf('supervisor'), lastRun: null, missed: 0 });
    const at = `/crm-tables/VOUCIM/schedules/${made.body.scheduleId}`;
    const definition = `/crm-tables/VOUCIM/export-definitions/${exportDefinitionId}`;
    const rejected = await call('DELETE', definition, undefined, { 'if-match': saved.headers.etag });
    expect(rejected).toMatchObject({ status: 409, body: { code: 'export-definition.in-use' } });
    expect(rejected.body.detail).toContain('Fridays');

    const ports = { ...api.exporting, auditRetentionDays: 396 };
    const fire = (scheduledAt: string, change: object = {}) => {
      const schedule = { ...made.body, ...change };
      return startScheduledExport(ports, ExportFiringSchema.parse({ schedule, scheduledAt }), 'r1');
    };
    await fire('2026-12-04T18:00:00Z', { orderedBy: testerOf(person) });
    await fire('2026-12-04T18:00:00Z', { orderedBy: testerOf(person) });
    await runExports(api.exporting);
    const { body: after } = await call('GET', at);
    expect(after.lastRun).toMatchObject({ scheduledAt: '2026-12-04T18:00:00Z', status: 'completed' });
    const { body: run } = await call('GET', `/exports/${after.lastRun.exportId}`);
    expect(run).toMatchObject({ requestedBy: testerOf(person), scheduleId: made.body.scheduleId, exportDefinitionId });
    expect(run.options.fields).not.toContain('P012');
    const { body: all } = await call('GET', '/exports?prefix=VOUCIM&limit=100');
    expect(all.items.filter((each: { scheduleId?: string }) => each.scheduleId !== undefined)).toHaveLength(1);

    await fire('2026-12-11T18:00:00Z', { orderedBy: testerOf('none') });
    await fire('2026-12-11T18:00:00Z', { orderedBy: testerOf('none') });
    expect((await call('GET', at)).body).toMatchObject({ missed: 1, lastRun: { status: 'missed' } });
    await fire('2026-12-18T18:00:00Z', { scheduleId: 'deleted' });
    expect((await call('GET', at)).body.lastRun.scheduledAt).toBe('2026-12-11T18:00:00Z');
  });

  test('by a filter keeps the filter from being deleted', async () => {
    const all = [{ any: [{ field: 'P018', operator: 'begins', value: 'yo7' }] }];
    const filter = await call('POST', '/crm-tables/VOUCIM/filters', { name: 'Mills', all });
    const options = { filterId: filter.body.filterId };
    await call('POST', '/crm-tables/VOUCIM/export-definitions', { name: 'The mills', options });
    const path = `/crm-tables/VOUCIM/filters/${filter.body.filterId}`;
    const rejected = await call('DELETE', path, undefined, { 'if-match': filter.headers.etag });
    expect(rejected).toMatchObject({ status: 409, body: { code: 'filter.in-use' } });
    expect(rejected.body.detail).toContain('The mills');
  });
});
