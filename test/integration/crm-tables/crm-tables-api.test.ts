import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type * as z from 'zod';
import { accountRepository } from '../../../functions/accounts/index.ts';
import type { Draft, DraftInputSchema } from '../../../functions/crm-tables/domain/draft.ts';
import type { Field } from '../../../functions/crm-tables/domain/field.ts';
import { crmTableRepository } from '../../../functions/crm-tables/dynamodb/crm-table-repository.ts';
import { DynamoPublishedTableReader, VIP_FIELD } from '../../../functions/crm-tables/index.ts';
import { routes } from '../../../functions/crm-tables/routes.ts';
import { leaseKey } from '../../../functions/imports/dynamodb/lease-item.ts';
import { toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { testEntry } from '../../support/origin.ts';
import { TESTERS } from '../../support/rights.ts';

const now = '2026-11-22T10:00:00.000Z';
const TABLES = '/accounts/BRI/crm-tables';
let dynamo: TestDynamo;
let versions: DynamoPublishedTableReader;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const accounts = accountRepository(new ControlTable(dynamo.client, dynamo.controlTable));
  for (const prefix of ['BRI', 'OTH'])
    await accounts.create({ prefix, name: prefix, manager: 'M', createdAt: now }, testEntry());
  versions = new DynamoPublishedTableReader(dynamo.client, dynamo.controlTable);
  api = createApi(routes, {
    accounts,
    tables: crmTableRepository(new ControlTable(dynamo.client, dynamo.controlTable)),
    versions,
    clock: { now: () => new Date(now) },
    answers: new DynamoAnswerStore(dynamo.client, dynamo.controlTable, { now: () => new Date() }),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });
});

afterAll(() => dynamo.stop());

const newTable = (prefix: string) => ({ prefix, name: `Table ${prefix}`, defaultCountry: 'gb' });
const create = (prefix: string) => call(api, 'POST', TABLES, { body: newTable(prefix) });
const etag = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
/** Publishes, with a confirmation if one is required. */
async function publish(prefix: string, revision: number) {
  const { confirm } = (await call(api, 'GET', `${TABLES}/${prefix}/changes`)).body;
  return call(api, 'POST', `${TABLES}/${prefix}/publish${confirm ? `?confirm=${confirm}` : ''}`, etag(revision));
}

async function edit(prefix: string, revision: number, change: (draft: Draft) => z.input<typeof DraftInputSchema>) {
  const { body } = await call(api, 'GET', `${TABLES}/${prefix}`);
  return call(api, 'PUT', `${TABLES}/${prefix}`, { body: change(body.draft), ...etag(revision) });
}

type FieldInput = z.input<typeof DraftInputSchema>['fields'][number];

const custom = (label: string, over: Partial<FieldInput> = {}): FieldInput => ({
  label,
  type: 'text',
  maxLength: 10,
  flags: { search: false, insert: true, modify: true, result: false },
  tab: 'details',
  ...over,
});

async function setLease(prefix: string, importId: string | undefined): Promise<void> {
  const Item = toItem({ ...leaseKey(prefix), fence: 7, importId });
  await dynamo.client.send(new PutItemCommand({ TableName: dynamo.controlTable, Item }));
}

describe('CRM tables', () => {
  test('a new table may have a structure of its own from the first request on', async () => {
    const structure = {
      tabs: [{ id: 'stay', label: 'Stay' }],
      fields: [
        { ...custom('Voucher', { code: 'P008', maxLength: 256, tab: 'stay' }), required: true },
        custom('Hotel', { tab: 'stay' }),
      ],
    };
    const created = await call(api, 'POST', TABLES, { body: { ...newTable('WHOLE'), ...structure } });
    expect(created).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    const { draft } = (await call(api, 'GET', `${TABLES}/WHOLE`)).body;
    expect(draft).toMatchObject({ tabs: structure.tabs, fields: [{ code: 'P008' }, { code: 'P021', label: 'Hotel' }] });
    expect((await publish('WHOLE', 1)).status).toBe(201);
  });

  test.each([
    ['fields without tabs', { fields: [] }, '/tabs'],
    ['no Customer ID', { tabs: [{ id: 'stay', label: 'Stay' }], fields: [] }, '/fields'],
  ])('a new table with %s is rejected, and its prefix stays free', async (_, structure, pointer) => {
    const rejected = await call(api, 'POST', TABLES, { body: { ...newTable('PARTIA'), ...structure } });
    expect(rejected).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect((await call(api, 'GET', `${TABLES}/PARTIA`)).status).toBe(404);
  });

  test('a new table is a draft of the twelve standard fields', async () => {
    const created = await create('voucim');
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ etag: '"1"', location: `${TABLES}/VOUCIM` });
    expect(created.body).toMatchObject({ prefix: 'VOUCIM', accountPrefix: 'BRI', shardCount: 16, published: null });
    expect(created.body.draft.defaultCountry).toBe('GB');
    expect(created.body.draft.fields).toHaveLength(12);
    expect(created.body.draft.fields.map((field: Field) => field.code)).toEqual(
      ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19'].map((number) => `P0${number}`),
    );
    expect((await call(api, 'GET', `${TABLES}/VouCim`, { role: 'agent' })).body).toEqual(created.body);
    const list = await call(api, 'GET', TABLES, { role: 'agent' });
    expect(list.body.items).toContainEqual({ prefix: 'VOUCIM', name: 'Table voucim', publishedVersion: null });
    for (const filter of ['table%20VOUC', 'ucim']) {
      const filtered = await call(api, 'GET', `${TABLES}?filter=${filter}`);
      expect(filtered.body).toEqual({ items: [{ prefix: 'VOUCIM', name: 'Table voucim', publishedVersion: null }] });
    }
    expect((await call(api, 'GET', `${TABLES}?filter=none`)).body).toEqual({ items: [] });
  });

  test('a prefix is unique over all accounts, whatever its case, also at once', async () => {
    const answers = await Promise.all(
      ['BRI', 'OTH', 'BRI'].map((account, index) =>
        call(api, 'POST', `/accounts/${account}/crm-tables`, { body: newTable(['dup1', 'DUP1', 'Dup1'][index] ?? '') }),
      ),
    );
    expect(answers.map((each) => each.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  test('whether a prefix is taken is known before a table is created, over all accounts and without their names', async () => {
    const ask = (account: string, prefix: string) =>
      call(api, 'GET', `/accounts/${account}/crm-table-prefixes/${prefix}`);
    const free = { prefix: 'FREE1', isTaken: false };
    expect(await ask('OTH', 'free1')).toMatchObject({ status: 200, body: free });
    await create('FREE1');
    const taken = await ask('OTH', 'free1');
    expect(taken.body).toEqual({ ...free, isTaken: true });
    expect((await ask('BRI', 'FREE1')).body).toEqual(taken.body);
    expect((await ask('NIX', 'FREE1')).body.code).toBe('account.not-found');
    expect((await ask('BRI', 'TOOLONG')).status).toBe(400);
  });

  test.each(['', 'TOOLONG', 'A-B', 'Ä', 'A B'])('the prefix %j is rejected', async (prefix) => {
    expect((await create(prefix)).body.errors).toMatchObject([{ pointer: '/prefix' }]);
  });

  test('an unknown account or country is reported', async () => {
    const nowhere = await call(api, 'POST', '/accounts/NIX/crm-tables', { body: newTable('NOWHER') });
    expect(nowhere.body.code).toBe('account.not-found');
    expect((await call(api, 'GET', '/accounts/NIX/crm-tables')).status).toBe(404);
    const country = await call(api, 'POST', TABLES, { body: { ...newTable('NOLAND'), defaultCountry: 'XX' } });
    expect(country.body).toMatchObject({ code: 'crm-table.invalid', errors: [{ pointer: '/defaultCountry' }] });
  });

  test('a table of another account is not found by any request', async () => {
    await create('MINE');
    const foreign = '/accounts/OTH/crm-tables/MINE';
    expect((await call(api, 'GET', foreign)).body.code).toBe('crm-table.not-found');
    expect((await call(api, 'POST', `${foreign}/publish`, etag(1))).status).toBe(404);
    expect((await publish('MINE', 1)).status).toBe(201);
    expect((await call(api, 'GET', `${foreign}/versions`)).status).toBe(404);
    expect((await call(api, 'GET', `${foreign}/versions/1`)).status).toBe(404);
    const { body } = await call(api, 'GET', `${TABLES}/MINE`);
    expect((await call(api, 'PUT', foreign, { body: body.draft, ...etag(1) })).status).toBe(404);
  });

  test('a draft is edited, custom fields getting the next codes, and renamed in the list', async () => {
    await create('EDIT');
    const saved = await edit('EDIT', 1, (draft) => ({
      ...draft,
      name: 'Renamed',
      fields: [
        ...draft.fields,
        VIP_FIELD,
        custom('Colour', { type: 'list', listValues: ['red', 'blue'], required: true }),
        custom('Given', { code: 'P022' }),
        custom('Third'),
      ],
    }));
    expect(saved.status).toBe(200);
    expect(saved.headers.etag).toBe('"2"');
    expect(saved.body.draft.fields.slice(12).map((field: Field) => field.code)).toEqual([
      'P020',
      'P021',
      'P022',
      'P023',
    ]);
    expect((await call(api, 'GET', TABLES)).body.items).toContainEqual({
      prefix: 'EDIT',
      name: 'Renamed',
      publishedVersion: null,
    });
  });

  test('a lost update is rejected', async () => {
    await create('LOST');
    const both = await Promise.all([
      edit('LOST', 1, (draft) => ({ ...draft, name: 'one' })),
      edit('LOST', 1, (draft) => ({ ...draft, name: 'two' })),
    ]);
    expect(both.map((each) => each.status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect((await call(api, 'PUT', `${TABLES}/LOST`, { body: { ...both[0]?.body } })).status).toBe(400);
  });

  test('each wrong field is pointed to, and nothing is saved', async () => {
    await create('WRONG');
    const rejected = await edit('WRONG', 1, (draft) => ({
      ...draft,
      fields: draft.fields.slice(1).map((field, index) => (index === 0 ? { ...field, tab: 'nowhere' } : field)),
    }));
    expect(rejected.body.code).toBe('crm-table.invalid');
    expect(rejected.body.errors).toMatchObject([
      { pointer: '/fields', code: 'field.customer-id' },
      { pointer: '/fields/0/tab', code: 'field.tab-unknown' },
    ]);
    expect((await call(api, 'GET', `${TABLES}/WRONG`)).headers.etag).toBe('"1"');
  });

  test('keys like __proto__ are rejected by name, or as malformed', async () => {
    await create('PROTO');
    const body = `{"name":"x","defaultCountry":"GB","tabs":[],"fields":[],"__proto__":{"a":1},"constructor":2}`;
    const rejected = await call(api, 'PUT', `${TABLES}/PROTO`, { body, ...etag(1) });
    expect(rejected.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  test('publishing makes numbered, immutable versions', async () => {
    await create('PUBL');
    const first = await publish('PUBL', 1);
    expect(first.status).toBe(201);
    expect(first.headers.location).toBe(`${TABLES}/PUBL/versions/1`);
    expect(first.body).toMatchObject({ version: 1, prefix: 'PUBL', accountPrefix: 'BRI', publishedAt: now });
    await edit('PUBL', 2, (draft) => ({ ...draft, name: 'Later' }));
    expect((await publish('PUBL', 1)).status).toBe(412);
    expect((await call(api, 'POST', `${TABLES}/PUBL/publish`)).status).toBe(428);
    expect((await publish('PUBL', 3)).body.version).toBe(2);

    const { changes, ...version } = first.body;
    expect(changes).toMatchObject({ since: null, consequences: [], confirm: null });
    expect((await call(api, 'GET', `${TABLES}/PUBL/versions/1`)).body).toEqual(version);
    expect((await call(api, 'GET', `${TABLES}/PUBL/versions/3`)).body.code).toBe('crm-table.version-not-found');
    expect((await call(api, 'GET', `${TABLES}/PUBL/versions/x`)).body.code).toBe('path.invalid');
    expect((await call(api, 'GET', `${TABLES}/PUBL`)).body.published).toMatchObject({ version: 2, name: 'Later' });
    const list = await call(api, 'GET', `${TABLES}/PUBL/versions?limit=1`);
    expect(list.body.items).toEqual([{ version: 2, name: 'Later', publishedAt: now }]);
    const rest = await call(api, 'GET', `${TABLES}/PUBL/versions?cursor=${list.body.nextCursor}`);
    expect(rest.body).toEqual({ items: [{ version: 1, name: 'Table PUBL', publishedAt: now }] });
    expect((await call(api, 'GET', TABLES)).body.items).toContainEqual({
      prefix: 'PUBL',
      name: 'Later',
      publishedVersion: 2,
    });
  });

  test('two publishes at once make one version', async () => {
    await create('RACE');
    const both = await Promise.all([publish('RACE', 1), publish('RACE', 1)]);
    expect(both.filter((each) => each.status === 201)).toHaveLength(
      (await call(api, 'GET', `${TABLES}/RACE/versions`)).body.items.length,
    );
  });

  test('publishing is rejected while an import runs, and only then', async () => {
    await create('LEASED');
    await setLease('LEASED', 'some-import');
    expect((await publish('LEASED', 1)).body).toMatchObject({ status: 409, code: 'crm-table.import-running' });
    expect((await call(api, 'GET', `${TABLES}/LEASED`)).body.published).toBeNull();
    await setLease('LEASED', undefined);
    expect((await publish('LEASED', 1)).status).toBe(201);
  });

  test('more than ten fields can be searchable', async () => {
    await create('MANY');
    const flags = { search: true, insert: true, modify: true, result: false };
    const extra = Array.from({ length: 12 }, (_, index) => ({ ...custom(`Extra ${index}`), flags }));
    await edit('MANY', 1, (draft) => ({ ...draft, fields: [...draft.fields, ...extra] }));
    expect((await publish('MANY', 2)).status).toBe(201);
  });

  test('the code of a published field that was removed is not given to a new one', async () => {
    await create('CODES');
    await edit('CODES', 1, (draft) => ({ ...draft, fields: [...draft.fields, custom('Old')] }));
    expect((await publish('CODES', 2)).body.fields.at(-1)).toMatchObject({ code: 'P021', label: 'Old' });
    const replaced = await edit('CODES', 3, (draft) => ({
      ...draft,
      fields: [...draft.fields.slice(0, -1), custom('New')],
    }));
    expect(replaced.body.draft.fields.at(-1)).toMatchObject({ code: 'P022', label: 'New' });
  });

  test('only an administrator designs', async () => {
    await create('ROLES');
    const role = 'supervisor';
    expect((await call(api, 'POST', TABLES, { body: newTable('NEW'), role })).status).toBe(403);
    expect((await call(api, 'POST', `${TABLES}/ROLES/publish`, { ...etag(1), role })).status).toBe(403);
    expect((await call(api, 'PUT', `${TABLES}/ROLES`, { body: {}, ...etag(1), role })).status).toBe(403);
  });
});
