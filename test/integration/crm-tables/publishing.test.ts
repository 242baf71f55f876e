import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../functions/crm-tables/domain/draft.ts';
import { CrmTablesApi, type DraftInput } from '../../support/crm-tables-api.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';

let dynamo: TestDynamo;
let api: CrmTablesApi;
beforeAll(async () => {
  dynamo = await startTestDynamo();
  api = await CrmTablesApi.on(dynamo);
});
afterAll(() => dynamo.stop());

type FieldChange = Partial<DraftInput['fields'][number]>;

const without = (code: string) => (draft: Draft) => ({
  ...draft,
  fields: draft.fields.filter((field) => field.code !== code),
});
const withField = (code: string, change: FieldChange) => (draft: Draft) => ({
  ...draft,
  fields: draft.fields.map((field) => (field.code === code ? { ...field, ...change } : field)),
});
const hidden = { search: false, insert: false, modify: false, result: false };

test('ten requests to publish with one If-Match make one version, at once and in turn', async () => {
  await api.create('TEN');
  const publish = (ifMatch: unknown) => api.call('POST', '/TEN/publish', { ifMatch: String(ifMatch) });
  const { headers } = await api.get('/TEN');
  const atOnce = await Promise.all(Array.from({ length: 10 }, () => publish(headers.etag)));
  const created = atOnce.filter(({ status }) => status === 201);
  expect(created).toHaveLength(1);
  expect(atOnce.filter(({ body }) => body.code === 'if-match.stale')).toHaveLength(9);
  expect(await publish(headers.etag)).toMatchObject({ status: 412, body: { code: 'if-match.stale' } });
  expect((await api.get('/TEN/versions')).body.items).toHaveLength(1);
  // The answer names the current version, so that the client can continue.
  expect(created[0]?.headers.etag).toBe((await api.get('/TEN')).headers.etag);
  expect((await publish(created[0]?.headers.etag)).body).toMatchObject({ version: 2 });
});

describe('what publishing a draft would change', () => {
  test('lists everything before the first publish, and nothing after it', async () => {
    await api.create('FIRST');
    const before = await api.get('/FIRST/changes');
    expect(before.headers.etag).toBe('"1"');
    expect(before.body).toMatchObject({ since: null, consequences: [], reminders: [], confirm: null });
    expect(before.body.fields.added).toHaveLength(12);
    expect(before.body.visibility).toContainEqual(
      expect.objectContaining({ code: 'P018', flag: 'result', becomes: 'visible' }),
    );
    const published = await api.publish('FIRST');
    expect(published.body.changes).toEqual(before.body);
    expect((await api.get('/FIRST/changes')).body).toEqual({
      since: 1,
      properties: [],
      fields: { added: [], removed: [], changed: [], moved: [] },
      tabs: { added: [], removed: [], renamed: [], moved: [] },
      visibility: [],
      reminders: [],
      consequences: [],
      confirm: null,
    });
  });

  test('is in the answer to every saved draft, with a reminder of invisible fields', async () => {
    await api.published('REMIND');
    const saved = await api.edit('REMIND', (draft) => ({
      ...draft,
      tabs: [...draft.tabs, { id: 'hotel', label: 'Hotel' }],
      fields: [...draft.fields, { label: 'Stars', type: 'number', maxLength: 1, flags: hidden, tab: 'hotel' }],
    }));
    expect(saved.body.changes).toEqual((await api.get('/REMIND/changes')).body);
    expect(saved.body.changes.reminders).toMatchObject([
      { code: 'field.nobody-sees-it', field: 'P021', tab: 'hotel', detail: expect.stringContaining('Stars (P021)') },
      { code: 'tab.nobody-sees-it', field: null, tab: 'hotel' },
    ]);
  });

  test('can be read by every role, for tables of the account in the path only', async () => {
    await api.published('READ');
    expect((await api.call('GET', '/READ/changes', { role: 'agent' })).status).toBe(200);
    expect((await api.get('/accounts/OTH/crm-tables/READ/changes')).status).toBe(404);
  });
});

describe('publishing changes that mean something for existing customers', () => {
  test('is rejected until exactly these are confirmed', async () => {
    await api.published('CONF');
    await api.edit('CONF', without('P009'));
    const rejected = await api.publish('CONF');
    expect(rejected.body).toMatchObject({ status: 409, code: 'crm-table.confirmation-needed' });
    expect(rejected.body.errors).toMatchObject([{ pointer: '/fields', code: 'field.removed' }]);
    const first = (await api.get('/CONF/changes')).body.confirm;

    await api.edit('CONF', withField('P018', { maxLength: 5 }));
    const stale = await api.publish('CONF', first);
    expect(stale.body).toMatchObject({ status: 409, code: 'crm-table.confirmation-stale' });
    expect(stale.body.errors).toMatchObject([
      { pointer: '/fields', code: 'field.removed' },
      { pointer: '/fields/9', code: 'field.shortened' },
    ]);
    expect((await api.publish('CONF', 'nonsense')).body.code).toBe('crm-table.confirmation-stale');
    expect((await api.get('/CONF')).body.published.version).toBe(1);

    const { confirm } = (await api.get('/CONF/changes')).body;
    expect(confirm).not.toBe(first);
    const published = await api.publish('CONF', confirm);
    expect(published).toMatchObject({ status: 201, body: { version: 2, changes: { since: 1, confirm } } });
    expect((await api.publish('CONF', confirm)).body.version).toBe(3);
  });

  test('is accepted without confirmation if no customer is affected', async () => {
    await api.published('FREE');
    await api.edit('FREE', (draft) => ({
      ...withField('P018', { maxLength: 10, label: 'Post code' })(draft),
      name: 'Another name',
    }));
    expect((await api.get('/FREE/changes')).body.confirm).toBeNull();
    expect((await api.publish('FREE')).status).toBe(201);
  });
});

describe('Save As', () => {
  const copy = (prefix: string, body: object) => api.call('POST', `/${prefix}/copies`, { body });

  test('copies the draft under a new prefix, with nothing of versions, slots or used codes', async () => {
    await api.published('ORIG', (draft) => ({
      ...draft,
      fields: [...draft.fields, { label: 'Hotel', type: 'text', maxLength: 10, flags: hidden, tab: 'details' }],
    }));
    await api.edit('ORIG', without('P021'));
    const copied = await copy('ORIG', { prefix: 'copy', name: 'The copy' });
    expect(copied.status).toBe(201);
    expect(copied.headers).toMatchObject({ etag: '"1"', location: '/accounts/BRI/crm-tables/COPY' });
    const { draft } = (await api.get('/ORIG')).body;
    expect(copied.body).toMatchObject({ prefix: 'COPY', shardCount: 16, published: null });
    expect(copied.body.draft).toEqual({ ...draft, name: 'The copy' });
    expect((await api.get('/COPY/versions')).body.items).toEqual([]);
    // The code of the field that was removed from the original is free here.
    const added = await api.edit('COPY', (own) => ({
      ...own,
      fields: [...own.fields, { label: 'Own', type: 'text', maxLength: 10, flags: hidden, tab: 'details' }],
    }));
    expect(added.body.draft.fields.at(-1)).toMatchObject({ label: 'Own', code: 'P021' });
    expect((await api.publish('COPY')).body).toMatchObject({ version: 1, name: 'The copy' });
    expect((await api.get('/ORIG')).body).toMatchObject({ draft: { name: 'Table ORIG' }, published: { version: 1 } });
  });

  test('copies the published structure on request, with the requested number of shards', async () => {
    await api.published('SRC');
    await api.edit('SRC', without('P009'));
    const copied = await copy('SRC', { prefix: 'SRC2', name: 'Copy', from: 'published', shardCount: 4 });
    expect(copied.body).toMatchObject({ shardCount: 4 });
    expect(copied.body.draft.fields).toHaveLength(12);
  });

  test('is rejected for a taken prefix, an unpublished structure, a missing table and a caller without the permission to design', async () => {
    await api.create('NEVER');
    await api.create('TAKEN');
    expect((await copy('NEVER', { prefix: 'Taken', name: 'x' })).body.code).toBe('crm-table.prefix-taken');
    const unpublished = await copy('NEVER', { prefix: 'NEW', name: 'x', from: 'published' });
    expect(unpublished.body).toMatchObject({ status: 409, code: 'crm-table.not-published' });
    expect((await copy('NOWHER', { prefix: 'NEW', name: 'x' })).status).toBe(404);
    expect((await copy('NEVER', { prefix: 'TOO-LONG', name: ' ' })).body.errors).toMatchObject([
      { pointer: '/prefix' },
      { pointer: '/name' },
    ]);
    const foreign = '/accounts/OTH/crm-tables/NEVER/copies';
    expect((await api.call('POST', foreign, { body: { prefix: 'NEW', name: 'x' } })).status).toBe(404);
    const supervisor = { body: { prefix: 'NEW', name: 'x' }, role: 'supervisor' };
    expect((await api.call('POST', '/NEVER/copies', supervisor)).status).toBe(403);
    expect((await api.get('/NEW')).status).toBe(404);
  });

  test('repeated with the same key makes one table', async () => {
    await api.create('ONCE');
    const order = { body: { prefix: 'TWICE', name: 'x' }, headers: { 'idempotency-key': 'save-as' } };
    const first = await api.call('POST', '/ONCE/copies', order);
    const second = await api.call('POST', '/ONCE/copies', order);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true', etag: '"1"' });
    expect((await api.call('POST', '/ONCE/copies', { body: order.body })).status).toBe(409);
  });
});

describe('rolling back', () => {
  const restore = (prefix: string, version: number, ifMatch: string) =>
    api.call('POST', `/${prefix}/versions/${version}/restore`, { ifMatch });

  test('makes an earlier structure the draft again and publishes nothing', async () => {
    await api.published('BACK');
    await api.edit('BACK', (draft) => ({
      ...draft,
      fields: [...draft.fields, { label: 'Late', type: 'text', maxLength: 10, flags: hidden, tab: 'details' }],
    }));
    await api.publish('BACK');
    const { headers } = await api.get('/BACK');
    const restored = await restore('BACK', 1, String(headers.etag));
    expect(restored.status).toBe(200);
    expect(restored.headers.etag).toBe('"6"');
    expect(restored.body.draft.fields).toHaveLength(12);
    expect(restored.body.published).toMatchObject({ version: 2 });
    expect(restored.body.changes).toMatchObject({ since: 2, fields: { removed: [{ code: 'P021', label: 'Late' }] } });
    // A published code stays reserved, because customers may have values of the field.
    const added = await api.edit('BACK', (draft) => ({
      ...draft,
      fields: [...draft.fields, { label: 'Next', type: 'text', maxLength: 10, flags: hidden, tab: 'details' }],
    }));
    expect(added.body.draft.fields.at(-1).code).toBe('P022');
    expect((await api.publish('BACK', added.body.changes.confirm)).body.version).toBe(3);
  });

  test('is made on the draft that was read, to a version that is there', async () => {
    await api.published('BACK2');
    expect((await restore('BACK2', 1, '"1"')).body.code).toBe('if-match.stale');
    expect((await restore('BACK2', 7, '"3"')).body.code).toBe('crm-table.version-not-found');
    expect((await api.call('POST', '/BACK2/versions/1/restore')).status).toBe(428);
    const agent = { ifMatch: '"3"', role: 'supervisor' };
    expect((await api.call('POST', '/BACK2/versions/1/restore', agent)).status).toBe(403);
    expect((await api.get('/BACK2')).headers.etag).toBe('"3"');
  });
});
