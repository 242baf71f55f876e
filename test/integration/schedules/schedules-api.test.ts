import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { definitionReader } from '../../../functions/definitions/dynamodb/definition-reader.ts';
import { definitionRepository } from '../../../functions/definitions/dynamodb/definition-repository.ts';
import type { DefinitionRepository } from '../../../functions/definitions/ports.ts';
import { exportDefinitionRepository, exportRuns } from '../../../functions/exports/index.ts';
import { changeStatus } from '../../../functions/imports/domain/lifecycle/transitions.ts';
import { DynamoImportRepository } from '../../../functions/imports/dynamodb/import-repository.ts';
import { DynamoScheduleRuns } from '../../../functions/imports/index.ts';
import { scheduleRepository } from '../../../functions/schedules/dynamodb/schedule-repository.ts';
import { routes } from '../../../functions/schedules/routes.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { testEntry } from '../../support/origin.ts';
import { voucim } from '../../support/published-table.ts';
import { TESTERS } from '../../support/rights.ts';
import { FakeRunStarter, FakeScheduler } from '../../unit/schedules/in-memory-schedules.ts';

const AT = '/crm-tables/VOUCIM/schedules';
const scheduler = new FakeScheduler();
const runStarter = new FakeRunStarter();
let dynamo: TestDynamo;
let api: ReturnType<typeof createApi>;
let definitions: DefinitionRepository;
let imports: DynamoImportRepository;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const { client, controlTable } = dynamo;
  definitions = definitionRepository(new ControlTable(client, controlTable));
  imports = new DynamoImportRepository(client, controlTable);
  api = createApi(routes, {
    schedules: scheduleRepository(new ControlTable(client, controlTable)),
    scheduler,
    runStarter,
    tables: {
      readPublished: async (prefix) =>
        prefix === 'VOUCIM' ? { status: 'published', table: voucim() } : { status: 'unknown' },
      readVersion: async () => voucim(),
    },
    definitions: definitionReader(new ControlTable(client, controlTable)),
    exportDefinitions: exportDefinitionRepository(new ControlTable(client, controlTable)),
    exportRuns: exportRuns(new ControlTable(client, controlTable)),
    runs: new DynamoScheduleRuns(client, controlTable),
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, controlTable, { now: () => new Date() }),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });
  await definitions.create(definition(1), undefined, testEntry());
});
afterAll(() => dynamo.stop());

const definition = (version: number) => ({
  ...{ definitionId: 'd1', prefix: 'VOUCIM', name: 'Daily', options: {}, mapping: [], isDefault: false, version },
  ...{ tableVersion: 1, createdAt: '2026-11-22T10:00:00.000Z', updatedAt: '2026-11-22T10:00:00.000Z' },
});
const etag = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } });
const body = (more: object = {}) => ({
  name: 'Nightly',
  source: { kind: 'newest' },
  when: { frequency: 'weekly', weekdays: ['monday', 'friday'], time: '06:30' },
  timeZone: 'America/New_York',
  ...more,
});
const create = (more: object = {}) => call(api, 'POST', AT, { body: body(more) });

/** The records that start-import makes of a run. */
async function run(scheduleId: string, hour: number, status: 'completed' | 'missed'): Promise<void> {
  const scheduledAt = `2026-11-20T0${hour}:00:00Z`;
  const made = {
    ...{ importId: `${scheduleId}-${hour}`, prefix: 'VOUCIM', fileName: 'a.csv', attempt: 1, fence: 0 },
    ...{ source: { bucket: 'data', key: 'inbox/VOUCIM/a.csv', versionId: `v${hour}` }, createdAt: scheduledAt },
    schedule: { scheduleId, scheduledAt },
  };
  if (status === 'missed') {
    await imports.create({ ...made, status, rejection: { code: 'a.b', reason: 'Nothing new.' } });
    return;
  }
  const received = { ...made, status: 'received' } as const;
  await imports.create(received);
  const queued = changeStatus('enqueue', received, {});
  await imports.move(queued);
  const lease = await imports.readLease('VOUCIM');
  await imports.claim(queued.after, lease, scheduledAt);
  const running = { ...queued.after, fence: lease.fence + 1 };
  await imports.end(running, { status, endedAt: scheduledAt, counts: COUNTS });
}
const COUNTS = { updated: 0, inserted: 3, ignored: 0, failed: 1, total: 4 };

describe('schedules', () => {
  test('are made, listed and read with their next five runs', async () => {
    const created = await create();
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ etag: '"1"', location: `${AT}/${created.body.scheduleId}` });
    expect(created.body).toMatchObject({ ...body(), prefix: 'VOUCIM', state: 'active', lastRun: null, missed: 0 });
    expect(created.body.nextRuns).toHaveLength(5);
    expect(created.body.nextRuns[0]).toEqual({ at: '2026-11-23T11:30:00.000Z', local: '2026-11-23T06:30:00' });
    expect((await call(api, 'GET', `${AT}/${created.body.scheduleId}`)).body).toEqual(created.body);
    expect((await call(api, 'GET', AT)).body.items).toContainEqual(created.body);
    const filter = created.body.name.slice(1).toUpperCase();
    expect((await call(api, 'GET', `${AT}?filter=${filter}`)).body.items).toContainEqual(created.body);
    expect((await call(api, 'GET', `${AT}?filter=${filter}none`)).body.items).toEqual([]);
    expect(scheduler.timers.get(`VOUCIM-${created.body.scheduleId}`)).toMatchObject({
      expression: 'cron(30 6 ? * MON,FRI *)',
      timeZone: 'America/New_York',
    });
  });

  test('show the result of the last run, and the number of missed runs', async () => {
    const { scheduleId } = (await create()).body;
    await run(scheduleId, 1, 'missed');
    await run(scheduleId, 2, 'completed');
    expect((await call(api, 'GET', `${AT}/${scheduleId}`)).body).toMatchObject({
      lastRun: {
        scheduledAt: '2026-11-20T02:00:00Z',
        importId: `${scheduleId}-2`,
        status: 'completed',
        counts: COUNTS,
      },
      missed: 1,
    });
    await run(scheduleId, 3, 'missed');
    // An import that is already recorded is not counted again.
    await run(scheduleId, 3, 'missed');
    const shown = (await call(api, 'GET', `${AT}/${scheduleId}`)).body;
    expect(shown.lastRun).toMatchObject({ status: 'missed', reason: 'Nothing new.' });
    expect(shown.missed).toBe(2);
  });

  test('keep their definition from being deleted, as long as they name it', async () => {
    const { scheduleId, ...created } = (await create({ definition: 'DAILY' })).body;
    expect(created.definition).toBe('d1');
    expect(await definitions.remove({ value: definition(1), revision: 1 }, testEntry())).toBe('in-use');
    expect((await call(api, 'PUT', `${AT}/${scheduleId}`, { body: body(), ...etag(1) })).status).toBe(200);
    const again = await call(api, 'PUT', `${AT}/${scheduleId}`, { body: body({ definition: 'd1' }), ...etag(2) });
    expect(again.status).toBe(200);
    expect(await definitions.remove({ value: definition(1), revision: 1 }, testEntry())).toBe('in-use');
    expect((await call(api, 'DELETE', `${AT}/${scheduleId}`, etag(3))).status).toBe(204);
    expect(await definitions.remove({ value: definition(1), revision: 1 }, testEntry())).toBe('written');
    const rejected = await create({ definition: 'd1' });
    expect(rejected.body).toMatchObject({ code: 'schedule.invalid', errors: [{ pointer: '/definition' }] });
  });

  test('are changed and deleted only at the revision that was read, with their timers', async () => {
    const { scheduleId } = (await create()).body;
    const address = `${AT}/${scheduleId}`;
    const answers = await Promise.all(
      ['01:00', '02:00'].map((time) =>
        call(api, 'PUT', address, { body: body({ when: { frequency: 'daily', time } }), ...etag(1) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    const { when } = (await call(api, 'GET', address)).body;
    const expression = `cron(0 ${Number(when.time.slice(0, 2))} * * ? *)`;
    expect(scheduler.timers.get(`VOUCIM-${scheduleId}`)).toMatchObject({ expression });
    expect((await call(api, 'DELETE', address)).status).toBe(428);
    expect((await call(api, 'DELETE', address, etag(1))).status).toBe(412);
    expect((await call(api, 'DELETE', address, etag(2))).status).toBe(204);
    expect((await call(api, 'GET', address)).body.code).toBe('schedule.not-found');
    expect(scheduler.timers.has(`VOUCIM-${scheduleId}`)).toBe(false);
  });

  test('are paused and resumed', async () => {
    const { scheduleId } = (await create()).body;
    const paused = await call(api, 'POST', `${AT}/${scheduleId}/pause`, { role: 'supervisor' });
    expect(paused.body).toMatchObject({ state: 'paused', nextRuns: [] });
    expect(scheduler.timers.get(`VOUCIM-${scheduleId}`)?.isEnabled).toBe(false);
    expect((await call(api, 'POST', `${AT}/${scheduleId}/resume`)).body.nextRuns).toHaveLength(5);
    expect(scheduler.timers.get(`VOUCIM-${scheduleId}`)?.isEnabled).toBe(true);
    expect((await call(api, 'POST', `${AT}/none/pause`)).status).toBe(404);
  });

  test('run now, once for each request', async () => {
    const { scheduleId } = (await create()).body;
    const request = { role: 'supervisor', headers: { 'idempotency-key': 'run' } } as const;
    const started = await call(api, 'POST', `${AT}/${scheduleId}/run`, request);
    expect(started).toMatchObject({ status: 202, body: { scheduledAt: '2026-11-22T10:00:00Z' } });
    expect((await call(api, 'POST', `${AT}/${scheduleId}/run`, request)).body).toEqual(started.body);
    expect(runStarter.started).toMatchObject([{ schedule: { scheduleId }, scheduledAt: '2026-11-22T10:00:00Z' }]);
    expect((await call(api, 'POST', `${AT}/${scheduleId}/run`, { role: 'agent' })).status).toBe(403);
    expect((await call(api, 'POST', `${AT}/none/run`)).status).toBe(404);
  });

  test('without a timer are reconciled by the same request, and make one schedule', async () => {
    const request = { body: body({ name: 'Once only' }), headers: { 'idempotency-key': 'k1' } };
    scheduler.before = () => Promise.reject(new Error('down'));
    expect((await call(api, 'POST', AT, request)).status).toBe(500);
    scheduler.before = async () => {};
    const again = await call(api, 'POST', AT, request);
    expect(again.status).toBe(201);
    expect(scheduler.timers.has(`VOUCIM-${again.body.scheduleId}`)).toBe(true);
    expect((await call(api, 'POST', AT, request)).body).toEqual(again.body);
    const { items } = (await call(api, 'GET', AT)).body;
    expect(items.filter(({ name }: { name: string }) => name === 'Once only')).toHaveLength(1);
  });

  test('are rejected if invalid, from callers without the permission, and for unknown tables', async () => {
    expect((await create({ when: { frequency: 'daily', time: '6:00' } })).body.errors).toMatchObject([
      { pointer: '/when/time' },
    ]);
    expect((await create({ timeZone: 'Mars' })).body.errors).toMatchObject([{ pointer: '/timeZone' }]);
    expect((await create({ when: { frequency: 'once', once: '2020-01-01T00:00' } })).body.errors).toMatchObject([
      { pointer: '/when/once', code: 'schedule.in-the-past' },
    ]);
    expect((await call(api, 'GET', AT, { role: 'agent' })).status).toBe(403);
    expect((await call(api, 'POST', AT, { body: body(), role: 'agent' })).status).toBe(403);
    expect((await call(api, 'GET', '/crm-tables/NONE/schedules')).body.code).toBe('crm-table.not-found');
  });
});
