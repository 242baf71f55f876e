import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountRepository } from '../../../functions/accounts/index.ts';
import { campaignKey } from '../../../functions/campaigns/dynamodb/campaign-item.ts';
import { campaignRepository } from '../../../functions/campaigns/dynamodb/campaign-repository.ts';
import { routes } from '../../../functions/campaigns/routes.ts';
import { firstDraft } from '../../../functions/crm-tables/domain/draft.ts';
import { crmTableRepository } from '../../../functions/crm-tables/dynamodb/crm-table-repository.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
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
let dynamo: TestDynamo;
let api: ReturnType<typeof createApi>;

async function addTable(accountPrefix: string, prefix: string): Promise<void> {
  const tables = crmTableRepository(new ControlTable(dynamo.client, dynamo.controlTable));
  const table = { prefix, accountPrefix, createdAt: now, shardCount: 4, publishedCodes: [] };
  const draft = firstDraft({ name: prefix, defaultCountry: 'GB' });
  expect(await tables.create({ ...table, publishedVersion: undefined }, draft, testEntry())).toBe('written');
}

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const accounts = accountRepository(new ControlTable(dynamo.client, dynamo.controlTable));
  for (const prefix of ['BRI', 'OTH', 'PAG']) {
    await accounts.create({ prefix, name: prefix, manager: 'M', createdAt: now }, testEntry());
  }
  await addTable('BRI', 'VOUCIM');
  await addTable('OTH', 'OTHER');
  api = createApi(routes, {
    campaigns: campaignRepository(new ControlTable(dynamo.client, dynamo.controlTable)),
    clock: { now: () => new Date(now) },
    answers: new DynamoAnswerStore(dynamo.client, dynamo.controlTable, { now: () => new Date() }),
    rights: TESTERS,
    audit: new MemoryAudit(),
    ids: timeOrderedIds,
  });
});

afterAll(() => dynamo.stop());

const create = (body: unknown, account = 'BRI') => call(api, 'POST', `/accounts/${account}/campaigns`, { body });
const match = { headers: { 'if-match': '"1"' } };

describe('campaigns', () => {
  test('a campaign is created with a table of its account, read, changed and deleted', async () => {
    const created = await create({ name: 'City Breaks', crmTablePrefix: 'voucim' });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ accountPrefix: 'BRI', name: 'City Breaks', crmTablePrefix: 'VOUCIM' });
    const address = String(created.headers.location);
    expect((await call(api, 'GET', address, { role: 'agent' })).body).toEqual(created.body);

    const put = (body: object, etag: string) =>
      call(api, 'PUT', address, {
        body: { crmName: null, ...body },
        headers: { 'if-match': etag },
        role: 'supervisor',
      });
    const unset = await put({ name: 'City Breaks', crmTablePrefix: null }, '"1"');
    expect(unset.body.crmTablePrefix).toBeNull();
    expect((await put({ name: 'City Breaks', crmTablePrefix: 'VOUCIM' }, '"1"')).status).toBe(412);
    expect((await put({ name: 'Sea', crmTablePrefix: 'VOUCIM' }, '"2"')).body.name).toBe('Sea');
    expect((await put({ name: 'Sea' }, '"3"')).body.errors).toMatchObject([{ pointer: '/crmTablePrefix' }]);

    // The old name is free again, the new one is not.
    expect((await create({ name: 'sea' })).body.code).toBe('campaign.name-taken');
    expect((await create({ name: 'City Breaks' })).status).toBe(201);

    expect((await call(api, 'DELETE', address)).status).toBe(428);
    expect((await call(api, 'DELETE', address, match)).status).toBe(412);
    expect((await call(api, 'DELETE', address, { headers: { 'if-match': '"3"' } })).status).toBe(204);
    expect((await call(api, 'GET', address)).body.code).toBe('campaign.not-found');
    expect((await create({ name: 'Sea' })).status).toBe(201);
  });

  test('a campaign names the CRM that it runs, with a CRM table or without', async () => {
    const created = await create({ name: 'Short', crmName: ' Vouchers ' });
    expect(created.body).toMatchObject({ crmTablePrefix: null, crmName: 'Vouchers' });
    const address = String(created.headers.location);
    const put = (crmName: unknown, etag: string) => {
      const body = { name: 'Short', crmTablePrefix: 'VOUCIM', crmName };
      return call(api, 'PUT', address, { body, headers: { 'if-match': etag } });
    };
    expect((await put('V'.repeat(20), '"1"')).body).toMatchObject({
      crmTablePrefix: 'VOUCIM',
      crmName: 'V'.repeat(20),
    });
    expect((await put(null, '"2"')).body.crmName).toBeNull();
    expect((await call(api, 'GET', address)).body).toMatchObject({ crmTablePrefix: 'VOUCIM', crmName: null });
    for (const wrong of ['V'.repeat(21), ' ', 'two\nlines', 1, undefined]) {
      expect((await put(wrong, '"3"')).body.errors).toMatchObject([{ pointer: '/crmName' }]);
    }
    expect((await create({ name: 'Without' })).body.crmName).toBeNull();
  });

  test('a campaign that an earlier release has stored has no short name', async () => {
    const created = await create({ name: 'Earlier', crmName: 'Later' });
    const { id } = created.body;
    await dynamo.client.send(
      new UpdateItemCommand({
        TableName: dynamo.controlTable,
        Key: toItem({ ...campaignKey('BRI', id) }),
        UpdateExpression: 'REMOVE crmName',
      }),
    );
    expect((await call(api, 'GET', `/accounts/BRI/campaigns/${id}`)).body).toMatchObject({ id, crmName: null });
  });

  test('a name is unique within its account, whatever its case and spacing, also at once', async () => {
    const answers = await Promise.all(['Ski  Trips', 'ski trips', 'SKI TRIPS'].map((name) => create({ name })));
    expect(answers.map((each) => each.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    expect((await create({ name: 'Ski trips' }, 'OTH')).status).toBe(201);
  });

  test('renaming to the name of another campaign is rejected', async () => {
    await create({ name: 'First' });
    const second = await create({ name: 'Second' });
    const body = { name: 'FIRST', crmTablePrefix: null, crmName: null };
    const rejected = await call(api, 'PUT', String(second.headers.location), { body, ...match });
    expect(rejected.body).toMatchObject({ status: 409, errors: [{ pointer: '/name' }] });
    const recased = { name: 'SECOND', crmTablePrefix: null, crmName: null };
    expect((await call(api, 'PUT', String(second.headers.location), { body: recased, ...match })).status).toBe(200);
  });

  test('a table of another account is rejected like an unknown one', async () => {
    for (const crmTablePrefix of ['OTHER', 'NONE']) {
      const rejected = await create({ name: `With ${crmTablePrefix}`, crmTablePrefix });
      expect(rejected.body).toMatchObject({ status: 400, code: 'campaign.table-unknown' });
      expect(rejected.body.errors).toMatchObject([{ pointer: '/crmTablePrefix' }]);
    }
  });

  test('an account and a campaign of another account are not found', async () => {
    expect((await create({ name: 'x' }, 'NIX')).body.code).toBe('account.not-found');
    expect((await call(api, 'GET', '/accounts/NIX/campaigns')).body.code).toBe('account.not-found');
    const mine = await create({ name: 'Mine' });
    const foreign = `/accounts/OTH/campaigns/${mine.body.id}`;
    expect((await call(api, 'GET', foreign)).status).toBe(404);
    expect((await call(api, 'DELETE', foreign, match)).status).toBe(404);
    const body = { name: 'Yours', crmTablePrefix: null, crmName: null };
    expect((await call(api, 'PUT', foreign, { body, ...match })).status).toBe(404);
  });

  test('an agent may read but not write', async () => {
    expect((await call(api, 'GET', '/accounts/BRI/campaigns', { role: 'agent' })).status).toBe(200);
    const rejected = await call(api, 'POST', '/accounts/BRI/campaigns', { body: { name: 'x' }, role: 'agent' });
    expect(rejected.body.code).toBe('access.forbidden');
  });

  test('a list is paged, the oldest first, and its cursors fit no other account', async () => {
    for (const name of ['one', 'two', 'three']) await create({ name }, 'PAG');
    const first = await call(api, 'GET', '/accounts/PAG/campaigns?limit=2');
    expect(first.body.items).toHaveLength(2);
    const { nextCursor } = first.body;
    const second = await call(api, 'GET', `/accounts/PAG/campaigns?limit=2&cursor=${nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ accountPrefix: 'PAG' }] });
    expect(second.body.nextCursor).toBeUndefined();
    const all = [...first.body.items, ...second.body.items].map((each: { name: string }) => each.name);
    expect(new Set(all)).toEqual(new Set(['one', 'two', 'three']));
    const filtered = await call(api, 'GET', '/accounts/PAG/campaigns?filter=T');
    expect(filtered.body.items.map((each: { name: string }) => each.name).sort()).toEqual(['three', 'two']);
    const foreign = await call(api, 'GET', `/accounts/BRI/campaigns?cursor=${nextCursor}`);
    expect(foreign.body.code).toBe('cursor.invalid');
  });
});
