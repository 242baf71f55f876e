import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountKey } from '../../../functions/accounts/index.ts';
import { routes as accountRoutes } from '../../../functions/accounts/routes.ts';
import { campaignKey } from '../../../functions/campaigns/dynamodb/campaign-item.ts';
import { campaignRepository } from '../../../functions/campaigns/dynamodb/campaign-repository.ts';
import { routes as campaignRoutes } from '../../../functions/campaigns/routes.ts';
import { draftKey } from '../../../functions/crm-tables/dynamodb/draft-item.ts';
import { tablePointerKey } from '../../../functions/crm-tables/dynamodb/pointer-item.ts';
import { tableKey } from '../../../functions/crm-tables/dynamodb/table-item.ts';
import { versionKey } from '../../../functions/crm-tables/dynamodb/version-item.ts';
import { DynamoPublishedTableReader } from '../../../functions/crm-tables/index.ts';
import { definitionKey } from '../../../functions/definitions/dynamodb/definition-item.ts';
import { definitionReader } from '../../../functions/definitions/dynamodb/definition-reader.ts';
import { definitionRepository } from '../../../functions/definitions/dynamodb/definition-repository.ts';
import { routes as definitionRoutes } from '../../../functions/definitions/routes.ts';
import { exportDefinitionRepository, exportRuns } from '../../../functions/exports/index.ts';
import { changeStatus } from '../../../functions/imports/domain/lifecycle/transitions.ts';
import { importKey } from '../../../functions/imports/dynamodb/import-item.ts';
import { DynamoImportRepository } from '../../../functions/imports/dynamodb/import-repository.ts';
import { leaseKey } from '../../../functions/imports/dynamodb/lease-item.ts';
import { queueKey } from '../../../functions/imports/dynamodb/queue-item.ts';
import { DynamoScheduleRuns } from '../../../functions/imports/index.ts';
import { scheduleKey } from '../../../functions/schedules/dynamodb/schedule-item.ts';
import { scheduleRepository } from '../../../functions/schedules/dynamodb/schedule-repository.ts';
import { routes as scheduleRoutes } from '../../../functions/schedules/routes.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import { answerKey } from '../../../functions/shared/dynamodb/answer-item.ts';
import type { ControlKey } from '../../../functions/shared/dynamodb/control-key.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { accountPortsOn } from '../../support/account-ports.ts';
import { CrmTablesApi } from '../../support/crm-tables-api.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { itemAt, NEW_ATTRIBUTES, setText, valueAt, writeAsNewer } from '../../support/newer-release.ts';
import { TESTERS } from '../../support/rights.ts';
import { FakeRunStarter, FakeScheduler } from '../../unit/schedules/in-memory-schedules.ts';

let dynamo: TestDynamo;
let tables: CrmTablesApi;
let api: (method: string, path: string, body?: unknown, ifMatch?: unknown) => ReturnType<typeof call>;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const { client, controlTable } = dynamo;
  tables = await CrmTablesApi.on(dynamo);
  const definitions = definitionRepository(new ControlTable(client, controlTable));
  const reader = definitionReader(new ControlTable(client, controlTable));
  const common = {
    ...accountPortsOn(dynamo),
    tables: new DynamoPublishedTableReader(client, controlTable),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, controlTable, systemClock),
    rights: TESTERS,
    audit: new MemoryAudit(),
  };
  const schedules = scheduleRepository(new ControlTable(client, controlTable));
  const runs = new DynamoScheduleRuns(client, controlTable);
  const handlers = [
    createApi(scheduleRoutes, {
      ...common,
      schedules,
      runs,
      exportDefinitions: exportDefinitionRepository(new ControlTable(client, controlTable)),
      exportRuns: exportRuns(new ControlTable(client, controlTable)),
      scheduler: new FakeScheduler(),
      runStarter: new FakeRunStarter(),
      definitions: reader,
    }),
    createApi(definitionRoutes, { ...common, definitions, reader }),
    createApi(campaignRoutes, { ...common, campaigns: campaignRepository(new ControlTable(client, controlTable)) }),
    createApi(accountRoutes, common),
  ];
  const names = ['/schedules', '/definitions', '/campaigns', '/accounts'];
  api = (method, path, body, ifMatch) => {
    const handler = handlers[names.findIndex((name) => path.includes(name))];
    if (!handler) throw new Error(`No handler for ${path}`);
    return call(handler, method, path, {
      body,
      ...(ifMatch !== undefined && { headers: { 'if-match': String(ifMatch) } }),
    });
  };
  await tables.create('NEWER');
  await tables.call('POST', '/NEWER/publish', { ifMatch: '"1"' });
});
afterAll(() => dynamo.stop());

const withNew = (body: Record<string, unknown>) => ({ ...body, newKey: 'kept' });

describe('a record with attributes of a newer release', () => {
  test('of an account is listed, shown without them, and keeps them when it is changed', async () => {
    const key = accountKey('BRI');
    await writeAsNewer(dynamo, key);
    const listed = await api('GET', '/accounts');
    expect(listed.body.items.map(({ prefix }: { prefix: string }) => prefix)).toEqual(['BRI', 'OTH']);
    const read = await api('GET', '/accounts/BRI');
    expect(JSON.stringify([listed.body, read.body])).not.toContain('new');
    const change = { name: 'Changed', manager: 'M', confirmImportsOverDollars: 5 };
    const changed = await api('PUT', '/accounts/BRI', change, read.headers.etag);
    expect(changed.body).toMatchObject(change);
    expect(await itemAt(dynamo, key)).toMatchObject({ ...NEW_ATTRIBUTES, name: { S: 'Changed' } });
    await api('PUT', '/accounts/BRI', { ...change, confirmImportsOverDollars: null }, changed.headers.etag);
    expect(await itemAt(dynamo, key)).not.toHaveProperty('confirmImportsOverDollars');
  });

  test('of a campaign keeps them when it is changed', async () => {
    const { body, headers } = await api('POST', '/accounts/BRI/campaigns', { name: 'Spring', crmTablePrefix: 'NEWER' });
    const key = campaignKey('BRI', body.id);
    await writeAsNewer(dynamo, key);
    expect((await api('GET', '/accounts/BRI/campaigns')).body.items).toEqual([body]);
    const path = `/accounts/BRI/campaigns/${body.id}`;
    expect((await api('PUT', path, { name: 'Summer', crmTablePrefix: null, crmName: null }, headers.etag)).status).toBe(
      200,
    );
    const item = await itemAt(dynamo, key);
    expect(item).toMatchObject({ ...NEW_ATTRIBUTES, name: { S: 'Summer' }, crmTablePrefix: { NULL: true } });
  });

  test('of a CRM table, its draft and its version is read, changed, published and restored with them', async () => {
    await tables.create('FUTURE');
    await tables.call('POST', '/FUTURE/publish', { ifMatch: '"1"' });
    const extend = (body: Record<string, unknown>) => ({
      ...withNew(body),
      fields: (body.fields as object[]).map((field) => ({ ...field, newKey: 'kept' })),
      tabs: (body.tabs as object[]).map((tab) => ({ ...tab, newKey: 'kept' })),
    });
    await writeAsNewer(dynamo, tableKey('FUTURE'));
    await writeAsNewer(dynamo, tablePointerKey('BRI', 'FUTURE'));
    await writeAsNewer(dynamo, draftKey('FUTURE'), { body: extend });
    await writeAsNewer(dynamo, versionKey('FUTURE', 1), { body: extend });

    const prefixes = (await tables.get('')).body.items.map(({ prefix }: { prefix: string }) => prefix);
    expect(prefixes).toContain('FUTURE');
    expect((await tables.get('/FUTURE/versions')).body.items).toHaveLength(1);
    const shown = await tables.get('/FUTURE/versions/1');
    expect(JSON.stringify(shown.body)).not.toContain('newKey');

    const saved = await tables.edit('FUTURE', (draft) => ({ ...draft, name: 'Renamed' }));
    expect(saved.status).toBe(200);
    const marks = async (key: ControlKey) => {
      const body = await valueAt(dynamo, key, 'body');
      const nested = [...(body.fields as object[]), ...(body.tabs as object[])];
      return { own: body.newKey, all: nested.every((each) => 'newKey' in each) };
    };
    expect(await itemAt(dynamo, draftKey('FUTURE'))).toMatchObject(NEW_ATTRIBUTES);
    expect(await marks(draftKey('FUTURE'))).toEqual({ own: 'kept', all: true });

    const published = await tables.call('POST', '/FUTURE/publish', { ifMatch: String(saved.headers.etag) });
    expect(published.status).toBe(201);
    expect(await itemAt(dynamo, tableKey('FUTURE'))).toMatchObject(NEW_ATTRIBUTES);
    expect(await marks(versionKey('FUTURE', 2))).toEqual({ own: 'kept', all: true });

    const { headers } = await tables.get('/FUTURE');
    const restored = await tables.call('POST', '/FUTURE/versions/1/restore', { ifMatch: String(headers.etag) });
    expect(restored.status).toBe(200);
    expect(await marks(draftKey('FUTURE'))).toEqual({ own: 'kept', all: true });
  });

  test('of a definition keeps them, those of its options and columns too', async () => {
    const path = '/crm-tables/NEWER/definitions';
    const input = {
      ...{ name: 'Daily', options: { mode: 'upsert' }, isDefault: false },
      mapping: [{ column: 'Customer ID', field: 'P008' }],
    };
    const { body, headers } = await api('POST', path, input);
    const key = definitionKey('NEWER', body.definitionId);
    await writeAsNewer(dynamo, key, {
      options: withNew,
      mapping: (columns) => (columns as unknown as object[]).map((column) => ({ ...column, newKey: 'kept' })),
    });
    expect((await api('GET', path)).body.items).toEqual([{ ...body, warnings: [] }]);
    const changed = await api('PUT', `${path}/${body.definitionId}`, { ...input, name: 'Nightly' }, headers.etag);
    expect(changed.status).toBe(200);
    expect(await itemAt(dynamo, key)).toMatchObject({ ...NEW_ATTRIBUTES, name: { S: 'Nightly' } });
    const kept = { newKey: 'kept' };
    expect(await valueAt(dynamo, key, 'options')).toMatchObject(kept);
    expect(await valueAt(dynamo, key, 'mapping')).toMatchObject([kept]);
  });

  test('of a schedule keeps them, those of its options too', async () => {
    const path = '/crm-tables/NEWER/schedules';
    const input = {
      ...{ name: 'Night', source: { kind: 'newest' }, when: { frequency: 'daily', time: '02:00' } },
      ...{ timeZone: 'Europe/London', options: { mode: 'upsert' } },
    };
    const { body } = await api('POST', path, input);
    const key = scheduleKey('NEWER', body.scheduleId);
    await writeAsNewer(dynamo, key, {
      options: withNew,
    });
    expect((await api('GET', path)).body.items).toEqual([body]);
    const { headers } = await api('GET', `${path}/${body.scheduleId}`);
    const changed = await api('PUT', `${path}/${body.scheduleId}`, { ...input, name: 'Day' }, headers.etag);
    expect(changed.status).toBe(200);
    expect(await itemAt(dynamo, key)).toMatchObject({ ...NEW_ATTRIBUTES, name: { S: 'Day' } });
    expect(await valueAt(dynamo, key, 'options')).toMatchObject({ newKey: 'kept' });
  });

  test('of an answer is given again', async () => {
    const answers = new DynamoAnswerStore(dynamo.client, dynamo.controlTable, systemClock);
    const owner = { user: 'u', key: 'k' };
    const claim = await answers.claim(owner, 'same');
    if (claim.status !== 'claimed') throw new Error('The key is not free');
    const answer = { status: 201, body: { a: 1 }, etag: undefined, location: undefined, newKey: 'kept' };
    await answers.keep(owner, claim.lock, answer);
    await writeAsNewer(dynamo, answerKey(owner));
    expect(await answers.claim(owner, 'same')).toMatchObject({
      status: 'answered',
      answer: { status: 201, body: { a: 1 } },
    });
  });
});

describe('a record with a choice that only a newer release knows', () => {
  const created = (importId: string, createdAt: string) => ({
    ...{ importId, prefix: 'QUEUE', fileName: 'a.csv', status: 'received' as const, attempt: 1, fence: 0, createdAt },
    source: { bucket: 'data', key: 'uploads/QUEUE/a.csv', versionId: importId },
  });

  test('is left out of a list, and reading it alone reports that a newer release is needed', async () => {
    await setText(dynamo, accountKey('OTH'), 'createdAt', 'the day before yesterday');
    const listed = await api('GET', '/accounts');
    expect(listed.body.items.map(({ prefix }: { prefix: string }) => prefix)).toEqual(['BRI']);
    const read = await api('GET', '/accounts/OTH');
    expect(read).toMatchObject({ status: 503, body: { code: 'record.unreadable' } });
    expect(read.body.detail).toContain('createdAt');
  });

  test('of an import keeps neither the list nor the queue of its table from going on', async () => {
    const imports = new DynamoImportRepository(dynamo.client, dynamo.controlTable);
    for (const [at, importId] of ['I1', 'I2', 'I3'].entries()) {
      const received = created(importId, `2026-11-22T10:00:0${at}.000Z`);
      await imports.create(received);
      await imports.move(changeStatus('enqueue', received, {}));
    }
    await setText(dynamo, importKey('I1'), 'requested', JSON.stringify({ options: { mode: 'merge' } }));
    await setText(dynamo, importKey('I2'), 'progress', JSON.stringify({ stage: 'new-stage', chunks: 1 }));
    await writeAsNewer(dynamo, importKey('I2'));
    await writeAsNewer(dynamo, queueKey(created('I2', '2026-11-22T10:00:01.000Z')));
    const { items } = await imports.list('QUEUE', { limit: 9, after: undefined });
    expect(items.map(({ importId }) => importId)).toEqual(['I3', 'I2']);
    expect(await imports.nextInQueue('QUEUE')).toBe('I1');
    await expect(imports.find('I1')).rejects.toMatchObject({ code: 'record.unreadable' });
    expect(await imports.nextInQueue('QUEUE', new Set(['I1']))).toBe('I2');
    expect(await imports.nextInQueue('QUEUE', new Set(['I1', 'I2', 'I3']))).toBeUndefined();
    expect(await imports.waitingTables()).toContainEqual({ prefix: 'QUEUE', since: '2026-11-22T10:00:00.000Z' });
    const second = await imports.find('I2');
    expect(second?.progress).toBeUndefined();
    if (!second) throw new Error('I2 is not there');
    expect(await imports.claim(second, await imports.readLease('QUEUE'), '2026-11-22T10:00:03.000Z')).toBe('claimed');
    await writeAsNewer(dynamo, leaseKey('QUEUE'));
    const running = { ...second, status: 'running' as const, fence: 1 };
    expect(await imports.end(running, { status: 'completed', endedAt: '2026-11-22T10:00:04.000Z' })).toBe('ended');
    expect(await itemAt(dynamo, importKey('I2'))).toMatchObject({ ...NEW_ATTRIBUTES, status: { S: 'completed' } });
  });
});
