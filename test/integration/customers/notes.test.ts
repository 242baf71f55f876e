import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deskStores } from '../../../functions/customers/container.ts';
import { completeRemovals } from '../../../functions/customers/use-cases/complete-removals.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { Meter } from '../../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../../functions/shared/metering/meter-dynamo.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { importUpload, type WholeApi, wholeApi } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;
const meter = new Meter();

const CUSTOMERS = '/crm-tables/NOTED/customers';
const LONGEST = 32 * 1024;

const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const matching = (value: unknown) => ({ 'if-match': String(value) });
const history = async (id: string, role = 'agent') =>
  (await send('GET', `${CUSTOMERS}/${id}/history`, { role })).body.items;
const pinned = async (id: string) => (await send('GET', `${CUSTOMERS}/${id}/pinned-notes`)).body.items;

async function addCustomer(customerId: string): Promise<void> {
  await send('POST', CUSTOMERS, { body: { customerId, values: { P011: 'Smith' } } });
}

/** Adds a note, a second after what came before. @returns its address */
async function addNote(id: string, text: string, role = 'agent'): Promise<string> {
  api.wait(1);
  const { status, headers } = await send('POST', `${CUSTOMERS}/${id}/notes`, { role, body: { text } });
  expect(status).toBe(201);
  return String(headers.location);
}

const edit = (address: string, text: string, etag: string, role = 'agent') => {
  api.wait(1);
  return send('PUT', address, { role, body: { text }, headers: matching(etag) });
};
const remove = (address: string, etag: string, role: string) =>
  send('DELETE', `${address}?reason=wrong-customer`, { role, headers: matching(etag) });

/** How many stored items of the table hold the text. */
async function itemsWith(text: string): Promise<number> {
  const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: dynamo.customersTable }));
  return Items.filter((item) => JSON.stringify(item).includes(text)).length;
}

beforeAll(async () => {
  dynamo = await startTestDynamo();
  meterDynamo(dynamo.client, meter);
  api = wholeApi(dynamo);
  await send('POST', '/accounts', { body: { prefix: 'BRI', name: 'Brigitte', manager: 'M' } });
  const body = { prefix: 'NOTED', name: 'N', defaultCountry: 'GB' };
  const created = await send('POST', '/accounts/BRI/crm-tables', { body });
  await send('POST', '/accounts/BRI/crm-tables/NOTED/publish', { headers: matching(created.headers.etag) });
});
afterAll(() => dynamo.stop());

describe('a note', () => {
  test('is listed by its beginning, opened whole, and keeps its earlier texts', async () => {
    await addCustomer('A');
    await addNote('A', 'Another one.');
    const long = `Möchte nach 18 Uhr angerufen werden.\n${'x'.repeat(300)}`;
    const note = await addNote('A', long);
    const [entry] = await history('A');
    expect(entry).toMatchObject({ kind: 'note', by: 'tester-agent', revision: 1, isWhole: false, isDeleted: false });
    expect(long.startsWith(entry.beginning) && entry.beginning.length).toBeGreaterThan(100);
    const read = await send('GET', note);
    expect([read.headers.etag, read.body.text]).toEqual(['"1"', long]);

    expect((await edit(note, 'Short.', '"1"', 'supervisor')).body).toMatchObject({ text: 'Short.', revision: 2 });
    expect((await edit(note, 'Stale.', '"1"')).body.code).toBe('if-match.stale');
    expect((await edit(note, 'Short.', '"2"')).headers.etag).toBe('"2"');
    const [edited, now] = await history('A');
    expect(edited).toMatchObject({ kind: 'note-edited', by: 'tester-supervisor', noteId: now.noteId });
    expect(now).toMatchObject({ kind: 'note', beginning: 'Short.', isWhole: true, editedBy: 'tester-supervisor' });
    const revisions = await send('GET', `${note}/revisions?limit=1`);
    expect(revisions.body.items).toMatchObject([{ revision: 2, text: 'Short.', by: 'tester-supervisor' }]);
    const next = await send('GET', `${note}/revisions?limit=1&cursor=${revisions.body.nextCursor}`);
    expect(next.body.items).toMatchObject([{ revision: 1, text: long, by: 'tester-agent' }]);
  });

  test('is not edited more often than one transaction can delete', async () => {
    await addCustomer('OFTEN');
    const note = await addNote('OFTEN', 'oftenmarker 1');
    for (let revision = 1; revision < 50; revision += 1)
      expect((await edit(note, `oftenmarker ${revision + 1}`, `"${revision}"`)).status).toBe(200);
    expect((await edit(note, 'One more.', '"50"')).body.code).toBe('note.too-many-revisions');
    expect((await remove(note, '"50"', 'agent')).status).toBe(204);
    expect(await itemsWith('oftenmarker')).toBe(0);
  });

  test.each([
    ['is blank', ' \n ', 400],
    ['has a NUL', 'a\0b', 400],
    ['has more than 32 KB', 'ü'.repeat(LONGEST / 2 + 1), 400],
    ['has 32 KB', 'ü'.repeat(LONGEST / 2), 201],
  ])('whose text %s is answered with its status', async (_, text, status) => {
    await addCustomer('LIMIT');
    expect((await send('POST', `${CUSTOMERS}/LIMIT/notes`, { body: { text } })).status).toBe(status);
  });

  test('is deleted by its author or with the right to delete the customer, with every text', async () => {
    await addCustomer('DEL');
    const [own, other] = [await addNote('DEL', 'goneone'), await addNote('DEL', 'gonetwo', 'supervisor')];
    await edit(own, 'goneone again', '"1"');
    expect((await remove(other, '"1"', 'agent')).body.code).toBe('note.not-yours');
    expect((await remove(own, '"1"', 'agent')).body.code).toBe('if-match.stale');
    expect((await remove(own, '"2"', 'agent')).status).toBe(204);
    expect((await remove(own, '"2"', 'agent')).body.code).toBe('note.not-found');
    expect((await remove(other, '"1"', 'supervisor@BRI')).status).toBe(204);
    expect([await itemsWith('goneone'), await itemsWith('gonetwo')]).toEqual([0, 0]);
    const [, first] = await history('DEL');
    expect(first).toMatchObject({ kind: 'note-deleted', reason: 'wrong-customer', by: 'tester-agent' });
    for (const address of [own, `${own}/revisions`]) expect((await send('GET', address)).status).toBe(404);
  });

  test('is for callers with notes.write on the account alone, also in the history', async () => {
    await addCustomer('SEEN');
    const note = await addNote('SEEN', 'Seen.');
    await edit(note, 'Seen again.', '"1"');
    expect((await send('GET', note, { role: 'agent@LIM' })).status).toBe(404);
    expect((await send('GET', note, { role: 'reader' })).status).toBe(403);
    expect((await history('SEEN', 'reader')).map(({ kind }: { kind: string }) => kind)).toEqual(['created']);
    // The rule of a field has no effect on notes.
    expect((await send('GET', note, { role: 'agent!NOTED.P011' })).body.text).toBe('Seen again.');
  });

  test('of another customer, or of none, is not found', async () => {
    await addCustomer('ONE');
    await addCustomer('TWO');
    const noteId = (await addNote('ONE', 'One.')).split('/').at(-1);
    expect((await send('GET', `${CUSTOMERS}/TWO/notes/${noteId}`)).body.code).toBe('note.not-found');
    expect((await send('GET', `${CUSTOMERS}/NONE/notes/${noteId}`)).body.code).toBe('customer.not-found');
    expect((await send('POST', `${CUSTOMERS}/NONE/notes`, { body: { text: 'x' } })).status).toBe(404);
    // The event of the creation has another key, and no note.
    const [, created] = await history('ONE');
    expect(created.kind).toBe('created');
  });
});

describe('pinned notes', () => {
  const pin = (address: string, etag = '"1"') => send('PUT', `${address}/pin`, { headers: matching(etag) });
  const unpin = (address: string, etag = '"1"') => send('DELETE', `${address}/pin`, { headers: matching(etag) });

  test('are at most five, follow an edit, and lose a deleted or unpinned one', async () => {
    await addCustomer('PIN');
    const notes: string[] = [];
    for (let n = 1; n <= 6; n += 1) notes.push(await addNote('PIN', `Note ${n}`));
    const [first = '', second = '', third = '', , , sixth = ''] = notes;
    for (const note of notes.slice(0, 5)) expect((await pin(note)).status).toBe(204);
    expect((await pin(sixth)).body.code).toBe('note.too-many-pinned');
    expect((await pin(first)).status).toBe(204);
    await edit(first, 'Note 1, again', '"1"');
    expect((await unpin(first)).body.code).toBe('if-match.stale');
    await remove(second, '"1"', 'agent');
    for (const _ of ['once', 'again']) expect((await unpin(third)).status).toBe(204);
    expect((await pin(sixth)).status).toBe(204);
    const texts = (await pinned('PIN')).map(({ beginning }: { beginning: string }) => beginning);
    expect(texts).toEqual(['Note 1, again', 'Note 4', 'Note 5', 'Note 6']);
    expect((await send('GET', sixth)).body.isPinned).toBe(true);
    // A repetition is no further event.
    const kinds = (await history('PIN')).map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => /-(un)?pinned$/.test(kind)).sort()).toEqual([
      ...Array(6).fill('note-pinned'),
      'note-unpinned',
    ]);
  });

  test('and all others stay as they are when an import writes the customer', async () => {
    await addCustomer('IMP');
    const note = await addNote('IMP', `Before the import. ${'y'.repeat(200)}`);
    api.wait(1);
    await pin(note);
    const before = [(await send('GET', note)).body, await pinned('IMP')];
    await importUpload(api, 'uploads/NOTED/a.csv', 'Customer ID,Last name\nIMP,Smithson\n');
    expect((await send('GET', `${CUSTOMERS}/IMP`)).body.values).toEqual({ P011: 'Smithson' });
    expect([(await send('GET', note)).body, await pinned('IMP')]).toEqual(before);
    expect((await history('IMP')).map(({ kind }: { kind: string }) => kind)).toEqual([
      'imported',
      'note-pinned',
      'note',
      'created',
    ]);
  });

  test('take one read unit when a record is opened', async () => {
    await addCustomer('COST');
    for (let n = 1; n <= 5; n += 1) await pin(await addNote('COST', 'x'.repeat(LONGEST)));
    meter.reset();
    expect(await pinned('COST')).toHaveLength(5);
    // The CRM table takes two, the customer a half.
    expect(meter.used.readUnits).toBeLessThanOrEqual(3);
  });
});

test('a page of edited notes of 32 KB takes at most four read units', async () => {
  // As long as the ids of the sign-in service.
  const role = `agent@BRI,${'A'.repeat(19)}`;
  await addCustomer('LONG_10001');
  const notes = await Promise.all(Array.from({ length: 26 }, () => addNote('LONG_10001', 'x'.repeat(LONGEST), role)));
  api.wait(1);
  await Promise.all(notes.map((note) => edit(note, 'y'.repeat(LONGEST), '"1"', role)));
  const first = await send('GET', `${CUSTOMERS}/LONG_10001/history?limit=26`);
  meter.reset();
  const { body } = await send('GET', `${CUSTOMERS}/LONG_10001/history?limit=25&cursor=${first.body.nextCursor}`);
  expect(body.items.map(({ kind, isWhole }: { kind: string; isWhole: boolean }) => [kind, isWhole])).toEqual(
    Array(25).fill(['note', false]),
  );
  expect(meter.used.readUnits).toBeLessThanOrEqual(4);
  expect(meter.used.readUnits).toBeGreaterThan(1);
});

describe('the deletion of a customer', () => {
  test('removes each text and the pinned notes, also if the customer is created again', async () => {
    await addCustomer('GONE');
    const first = await addNote('GONE', 'vanish one');
    const notes = [first, await addNote('GONE', 'vanish two')];
    await edit(first, 'vanish three', '"1"');
    await send('PUT', `${first}/pin`, { headers: matching('"2"') });
    api.wait(1);
    const deleted = await send('DELETE', `${CUSTOMERS}/GONE?reason=other`, { headers: matching('"1"') });
    expect([deleted.status, await itemsWith('vanish')]).toEqual([204, 0]);
    expect((await send('GET', first)).status).toBe(404);
    api.wait(1);
    await addCustomer('GONE');
    const again = await addNote('GONE', 'Written again.');
    expect(await pinned('GONE')).toEqual([]);
    for (const note of notes) expect((await send('GET', note)).body.code).toBe('note.not-found');
    expect((await send('GET', again)).body.text).toBe('Written again.');
  });

  test('with many notes is completed by the worker, and until then no route shows a text', async () => {
    await addCustomer('MANY');
    await Promise.all(Array.from({ length: 130 }, (_, n) => addNote('MANY', `many ${n} ${'z'.repeat(200)}`)));
    const { records, history: events } = deskStores(
      { customers: dynamo.customersTable, search: dynamo.searchTable, control: dynamo.controlTable },
      dynamo.client,
    );
    const found = await api.imports.tables.readPublished('NOTED');
    if (found.status !== 'published') throw new Error('The CRM table is not published.');
    const before = await records.read(found.table, 'MANY', true);
    if (!before) throw new Error('The customer is missing.');
    api.wait(1);
    const at = api.imports.clock.now().toISOString();
    const version = before.version + 1;
    // As if the request had ended after its first write.
    await records.remove(found.table, before, { id: 'gone', kind: 'deleted', at, by: 'tester', version, changes: [] });
    api.wait(1);
    await addCustomer('MANY');
    await addNote('MANY', 'After the deletion.');
    const shown = await history('MANY');
    expect(shown[0]).toMatchObject({ kind: 'note', beginning: 'After the deletion.' });
    expect(JSON.stringify(shown)).not.toMatch(/many \d/);
    await completeRemovals({ history: events, clock: systemClock }, 60_000);
    expect([await itemsWith('zzz'), await itemsWith('After the deletion.')]).toEqual([0, 2]);
  });
});
