import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VIP_FIELD } from '../../../functions/crm-tables/index.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { type WholeApi, wholeApi, writeIndex } from '../../support/whole-api.ts';

let dynamo: TestDynamo;
let api: WholeApi;

const CUSTOMERS = '/crm-tables/DESK/customers';
const SEARCHES = '/crm-tables/DESK/customer-searches';

const send = (method: string, address: string, request?: TestRequest) => call(api.handler, method, address, request);
const matching = (value: unknown) => ({ 'if-match': String(value) });
const create = (body: unknown, role?: string) => send('POST', CUSTOMERS, { body, ...(role && { role }) });
const read = (id: string, role?: string) => send('GET', `${CUSTOMERS}/${id}`, role ? { role } : {});
const update = (id: string, etag: unknown, values: object, role?: string) =>
  send('PATCH', `${CUSTOMERS}/${id}`, { body: { values }, headers: matching(etag), ...(role && { role }) });
const remove = (id: string, etag: unknown) =>
  send('DELETE', `${CUSTOMERS}/${id}?reason=duplicate`, { headers: matching(etag) });
const search = (body: object, role?: string) => send('POST', SEARCHES, { body, ...(role && { role }) });
const history = (id: string, query = '', role?: string) =>
  send('GET', `${CUSTOMERS}/${id}/history${query}`, role ? { role } : {});

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

const idsOf = ({ body }: Awaited<ReturnType<typeof search>>): string[] =>
  body.items.map(({ customerId }: { customerId: string }) => customerId);

beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = wholeApi(dynamo);
  await send('POST', '/accounts', { body: { prefix: 'BRI', name: 'Brigitte', manager: 'M' } });
  const { tabs, fields } = voucim();
  const flags = { search: false, insert: true, modify: true, result: false };
  const more = [
    VIP_FIELD,
    textField('P021', { required: true }),
    textField('P022', { flags: { ...flags, insert: false } }),
    textField('P023', { flags: { ...flags, modify: false } }),
  ];
  const table = { prefix: 'DESK', name: 'Desk', defaultCountry: 'GB', tabs, fields: [...fields, ...more] };
  const created = await send('POST', '/accounts/BRI/crm-tables', { body: table });
  await send('POST', '/accounts/BRI/crm-tables/DESK/publish', { headers: matching(created.headers.etag) });
});
afterAll(() => dynamo.stop());

describe('the draft', () => {
  test('is checked against the customers that are stored, but not by fields that the caller does not see', async () => {
    const at = '/accounts/BRI/crm-tables/DESK';
    for (const postcode of ['YO1 7HH', 'SW12 2EX', 'N1'])
      await create({ customerId: `dc-${postcode}`, values: { P018: postcode, P021: 'x' } });
    const check = (role?: string) => send('GET', '/crm-tables/DESK/draft-check', role ? { role } : {});
    const before = await check();
    expect(before.body).toMatchObject({ rejected: 0, isWhole: true, hiddenFields: 0, findings: [] });
    const { body, headers } = await send('GET', at);
    const narrowed = body.draft.fields.map((field: { code: string }) => {
      if (field.code === 'P018') return { ...field, label: 'Post code', maxLength: 7 };
      return field.code === 'P023' ? { ...field, required: true } : field;
    });
    const put = (draft: object, etag: unknown) => send('PUT', at, { body: draft, headers: matching(etag) });
    const saved = await put({ ...body.draft, fields: narrowed }, headers.etag);
    const { checked } = before.body;
    expect((await check()).body).toEqual({
      ...{ checked, rejected: checked, isWhole: true, hiddenFields: 0 },
      findings: [
        { field: 'P023', label: 'Custom P023', code: 'value.required', customers: checked },
        { field: 'P018', label: 'Post code', code: 'value.too-long', customers: 1 },
      ],
    });
    const hidden = await check('administrator!DESK.P023');
    expect(hidden.body).toMatchObject({ rejected: 1, hiddenFields: 1, findings: [{ field: 'P018', customers: 1 }] });
    expect((await check('agent')).status).toBe(403);
    await put(body.draft, saved.headers.etag);
  });
});

describe('a customer', () => {
  test('is created, read, updated field by field and deleted', async () => {
    const created = await create({ customerId: 'one', values: { P011: 'Éxample', P021: 'x', P020: 'Yes' } });
    expect(created).toMatchObject({ status: 201, headers: { etag: '"1"', location: `${CUSTOMERS}/one` } });
    const found = await read('one');
    const values = { P011: 'Éxample', P021: 'x', P020: 'Yes' };
    expect(found).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { values, isVip: true } });
    const updated = await update('one', '"1"', { P011: null, P010: 'Ann', P012: 'no number' });
    expect(updated).toMatchObject({
      ...{ status: 200, headers: { etag: '"2"' } },
      body: { values: { P010: 'Ann', P021: 'x' }, warnings: [{ field: 'P012', code: 'value.unparsed-telephone' }] },
    });
    expect((await remove('one', '"1"')).status).toBe(412);
    expect(await update('one', '*', { P010: 'Eve' })).toMatchObject({ status: 200, headers: { etag: '"3"' } });
    expect((await remove('one', '*')).status).toBe(204);
    expect((await read('one')).body.code).toBe('customer.not-found');
    expect((await remove('one', '"4"')).body.code).toBe('customer.not-found');
    const again = await create({ customerId: 'one', values: { P021: 'new' } });
    expect(again).toMatchObject({ status: 201, headers: { etag: '"5"' } });
  });

  test('gets the next Customer ID of the table, above every given one', async () => {
    expect((await create({ customerId: 'DESK_41', values: { P021: 'x' } })).status).toBe(201);
    expect((await create({ values: { P021: 'x' } })).body).toEqual({
      prefix: 'DESK',
      customerId: 'DESK_42',
      warnings: [],
    });
    expect((await create({ values: {} })).status).toBe(400);
    expect((await create({ values: { P021: 'x' } })).body.customerId).toBe('DESK_43');
    const taken = await create({ customerId: 'DESK_41', values: { P021: 'x' } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'customer.exists' } });
  });

  test('is checked as an import checks it, and by the flags of its fields', async () => {
    const codes = async (answer: Promise<{ body: { errors?: { pointer: string; code: string }[] } }>) =>
      ((await answer).body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
    const given = { P018: 'much too long', P020: 'maybe', P021: 'x' };
    expect(await codes(create({ values: given }))).toEqual([
      '/values/P018 value.too-long',
      '/values/P020 value.not-yes-or-no',
    ]);
    expect(await codes(create({ values: { P010: 'Ann' } }))).toEqual(['/values/P021 value.required']);
    expect(await codes(create({ values: { P021: 'x', P022: 'x', P077: 'x', P008: 'x' } }))).toEqual([
      '/values/P022 field.not-insertable',
      '/values/P077 field.unknown',
      '/values/P008 field.customer-id',
    ]);
    await create({ customerId: 'flags', values: { P021: 'x', P023: 'once' } });
    expect(await codes(update('flags', '"1"', { P023: 'twice' }))).toEqual(['/values/P023 field.not-modifiable']);
    expect(await codes(update('flags', '"1"', { P021: '' }))).toEqual(['/values/P021 value.required']);
    expect((await create({ customerId: 'a\0b', values: { P021: 'x' } })).status).toBe(400);
    expect((await create({ values: { P021: '\0cleared' } })).status).toBe(400);
  });

  test('that has changed answers with the three values of each field', async () => {
    await create({ customerId: 'conflict', values: { P010: 'base', P011: 'same', P021: 'x' } });
    await update('conflict', '"1"', { P010: 'theirs' });
    const rejected = await update('conflict', '"1"', { P010: 'yours', P011: 'mine', P014: 'street' });
    expect(rejected).toMatchObject({ status: 412, body: { code: 'customer.changed', etag: '"2"' } });
    expect(rejected.body.conflicts).toEqual([
      { code: 'P010', base: 'base', theirs: 'theirs', yours: 'yours' },
      { code: 'P011', base: 'same', theirs: 'same', yours: 'mine' },
      { code: 'P014', base: null, theirs: null, yours: 'street' },
    ]);
  });
});

describe('a hidden field', () => {
  const HIDING = 'administrator!DESK.P012';
  const MARKER = '020 7946 0991';

  // That its values are in no answer: test/integration/fuzz.
  test('is unknown to searches and updates', async () => {
    await create({ customerId: 'secret', values: { P012: MARKER, P021: 'x' } });
    const byField = await search({ fields: [{ code: 'P012', value: MARKER }] }, HIDING);
    expect(byField.body.errors).toMatchObject([{ code: 'field.unknown' }]);
    const set = await update('secret', '"1"', { P012: '1' }, HIDING);
    expect(set.body.errors).toMatchObject([{ code: 'field.unknown' }]);
  });

  test('that is read-only is shown and not set', async () => {
    await create({ customerId: 'fixed', values: { P012: MARKER, P021: 'x' } });
    const role = 'administrator~DESK.P012';
    expect((await read('fixed', role)).body.values.P012).toBe(MARKER);
    const set = await update('fixed', '"1"', { P012: '1' }, role);
    expect(set.body.errors).toMatchObject([{ code: 'field.read-only' }]);
  });
});

describe('the search', () => {
  beforeAll(async () => {
    for (const [id, P011, P012] of [
      ['s1', 'Zoë Miller', '020 7946 0101'],
      ['s2', 'zoe millerson', '+442079460102'],
      ['s3', 'Zo', '07700 900123'],
    ]) {
      await create({ customerId: id, values: { P011, P012, P013: '020 7946 0101', P021: 'x' } });
    }
  });

  test('finds whole values and beginnings of three characters, and names the fields', async () => {
    const found = await search({ text: 'ZOE MIL' });
    expect(idsOf(found).sort(byText)).toEqual(['s1', 's2']);
    expect(found.body.items[0]).toEqual({
      ...{
        prefix: 'DESK',
        customerId: expect.any(String),
        matched: [{ field: 'P011', label: 'Last name', how: expect.any(String) }],
        isVip: false,
      },
      values: { P011: expect.any(String) },
    });
    expect(idsOf(await search({ fields: [{ code: 'P011', value: 'zo' }] }))).toEqual(['s3']);
    expect(idsOf(await search({ text: 's3' }))).toEqual(['s3']);
    // The case of an ID counts, but a person may type capital letters as small ones.
    await create({ customerId: 'S3-CAP', values: { P021: 'x' } });
    expect(idsOf(await search({ text: 's3-cap' }))).toEqual(['S3-CAP']);
    expect(idsOf(await search({ text: 'S3' }))).toEqual([]);
  });

  test('reads telephone numbers in any format, and finds each customer once', async () => {
    const found = await search({ text: '(020) 7946-0101' });
    expect(idsOf(found).sort(byText)).toEqual(['s1', 's2', 's3']);
    const matched = Object.fromEntries(
      found.body.items.map((hit: { customerId: string; matched: object[] }) => [hit.customerId, hit.matched]),
    );
    expect(matched.s1).toMatchObject([
      { field: 'P012', how: 'whole' },
      { field: 'P013', how: 'whole' },
    ]);
    expect(idsOf(await search({ text: '946 01 02' }))).toEqual(['s2']);
    const part = await search({ fields: [{ code: 'P012', value: '02' }] });
    expect(part.body.errors).toMatchObject([{ pointer: '/fields/0', code: 'search.too-short' }]);
  });

  test('needs all conditions, and shows no customer that has changed or is gone', async () => {
    const both = {
      fields: [
        { code: 'P013', value: '+44 20 7946 0101' },
        { code: 'P011', value: 'zoe' },
      ],
    };
    expect(idsOf(await search(both)).sort(byText)).toEqual(['s1', 's2']);
    await update('s2', '"1"', { P011: 'Other' });
    expect(idsOf(await search(both))).toEqual(['s1']);
    await remove('s1', '"1"');
    expect(idsOf(await search(both))).toEqual([]);
  });

  test('finds several words in any order and in several fields, and what blocks of an index have', async () => {
    const people: readonly (readonly [string, Record<string, string>])[] = [
      ['w1', { P010: 'Jo', P011: 'Smith', P018: 'KT1 1AA', P019: 'Jo.Smith@Example.com' }],
      ['w2', { P010: 'Joanna', P011: 'Smith-King', P018: 'KT1 1AB' }],
      ['w3', { P010: 'Ann', P011: 'Smithers', P018: 'SW1A 1AA', P012: '01632 960001' }],
    ];
    for (const [id, values] of people) await create({ customerId: id, values: { ...values, P021: 'x' } });
    const searches: readonly (readonly [string, readonly string[]])[] = [
      ['kt11aa SMITH', ['w1']],
      ['smith', ['w1', 'w2', 'w3']],
      ['king smith', ['w2']],
      ['SW1A 1AA', ['w3']],
      ['sw1a1aa smi', ['w3']],
      ['jo.smith@EXAMPLE', ['w1']],
      ['(01632) 96 00 01', ['w3']],
      ['smïth kt1', ['w1', 'w2']],
      ['smithers (01632) 960-001', ['w3']],
      ['smith jo.smith@example.com', ['w1']],
      ['king 01632 960001', []],
      ['smith zz', []],
    ];
    const asStored = async () => {
      for (const [text, ids] of searches)
        expect([text, idsOf(await search({ text })).sort(byText)]).toEqual([text, ids]);
    };
    await asStored();
    const state = async () => (await send('GET', '/crm-tables/DESK/search-index')).body;
    expect(await state()).toMatchObject({ writtenAt: null, customers: null, progress: null });
    await writeIndex(api.imports, 'DESK');
    expect(await state()).toMatchObject({ writtenAt: expect.any(String), customers: expect.any(Number), imports: 0 });
    await asStored();
    // What is newer than the blocks.
    await update('w2', '"1"', { P011: 'Jones', P018: 'EH1 1AA' });
    await remove('w3', '"1"');
    expect(idsOf(await search({ text: 'jones' }))).toEqual(['w2']);
    expect(idsOf(await search({ text: 'eh11aa jones' }))).toEqual(['w2']);
    expect(idsOf(await search({ text: 'king smith' }))).toEqual([]);
    expect(idsOf(await search({ text: 'smith' }))).toEqual(['w1']);
  });

  test('in every CRM table groups the hits by table', async () => {
    const created = await send('POST', '/accounts/BRI/crm-tables', {
      body: { prefix: 'OTHER', name: 'Other', defaultCountry: 'GB' },
    });
    await send('POST', '/accounts/BRI/crm-tables/OTHER/publish', { headers: matching(created.headers.etag) });
    await send('POST', '/crm-tables/OTHER/customers', { body: { customerId: 'o1', values: { P011: 'Quixote' } } });
    await create({ customerId: 'q1', values: { P011: 'Quixotes', P021: 'x' } });
    const all = await send('POST', '/customer-searches', { body: { text: 'quixote' } });
    expect(all.body.groups).toMatchObject([
      { prefix: 'OTHER', items: [{ customerId: 'o1' }], hasMore: false, isTooBroad: false },
      { prefix: 'DESK', items: [{ customerId: 'q1' }] },
    ]);
    const others = await send('POST', '/customer-searches', { body: { text: 'quixote', except: ['OTHER'] } });
    expect(others.body.groups).toMatchObject([{ prefix: 'DESK' }]);
    const elsewhere = { body: { text: 'quixote' }, role: 'agent@ELSE' };
    expect((await send('POST', '/customer-searches', elsewhere)).body.groups).toEqual([]);
  });

  test('goes on with a cursor for its user alone', async () => {
    for (let n = 0; n < 5; n += 1) await create({ customerId: `p${n}`, values: { P011: `Paged ${n}`, P021: 'x' } });
    const found: string[] = [];
    let body: object = { text: 'paged', limit: 2 };
    for (;;) {
      const page = await search(body);
      found.push(...idsOf(page));
      const { nextCursor } = page.body;
      if (nextCursor === undefined) break;
      expect((await search({ cursor: nextCursor }, 'agent')).body.code).toBe('cursor.invalid');
      body = { cursor: nextCursor, limit: 2 };
    }
    expect(found.sort(byText)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect((await search({ text: 'x', cursor: 'y' })).status).toBe(400);
    expect((await search({})).status).toBe(400);
  });
});

describe('the history', () => {
  test('has who changed what, newest first and page by page, and no values after the deletion', async () => {
    await create({ customerId: 'hist', values: { P010: 'one', P021: 'x' } });
    api.wait(60);
    await update('hist', '"1"', { P010: 'two' }, 'agent');
    api.wait(60);
    await update('hist', '"2"', { P010: null });
    const first = await history('hist', '?limit=2');
    expect(first.body.items).toMatchObject([
      { kind: 'updated', by: 'tester', changes: [{ code: 'P010', old: 'two' }] },
      { kind: 'updated', by: 'tester-agent', changes: [{ code: 'P010', old: 'one', new: 'two' }] },
    ]);
    const second = await history('hist', `?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({
      items: [
        {
          kind: 'created',
          changes: [
            { code: 'P010', new: 'one' },
            { code: 'P021', new: 'x' },
          ],
        },
      ],
    });
    expect(second.body.nextCursor).toBeUndefined();
    await remove('hist', '"3"');
    expect((await history('hist')).body.code).toBe('customer.not-found');
    api.wait(60);
    await create({ customerId: 'hist', values: { P021: 'again' } });
    const after = (await history('hist')).body.items;
    expect(after.map(({ kind }: { kind: string }) => kind)).toEqual([
      'created',
      'deleted',
      'updated',
      'updated',
      'created',
    ]);
    expect(after[1]).toMatchObject({ reason: 'duplicate', changes: [] });
    expect(JSON.stringify(after)).not.toMatch(/"one"|"two"/);
  });
});
