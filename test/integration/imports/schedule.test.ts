import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFiring } from '../../../functions/imports/domain/lifecycle/start-event.ts';
import { startScheduledImport } from '../../../functions/imports/use-cases/uploads/start-scheduled-import.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { worldWithSchedule } from '../../support/world-with-schedule.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const file = (postcode: string) => `Customer ID,Postcode\nA,${postcode}\n`;
/** The bucket notes when an object was put by the millisecond. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a schedule of one file', () => {
  test('imports the current version of the file at every run', async () => {
    const { world, inbox, fire, scheduleId, runs } = await worldWithSchedule(started, { kind: 'file' });
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    const first = await fire(1);
    expect(first).toMatchObject({
      status: 'completed',
      fileName: 'a.csv',
      schedule: { scheduleId, scheduledAt: '2026-12-01T01:00:00Z' },
    });
    expect(ImportWorld.counts(first)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 });
    expect(ImportWorld.counts(await fire(2))).toEqual({ updated: 0, inserted: 0, ignored: 1, failed: 0, total: 1 });
    await world.bucket.put(inbox('a.csv'), file('LS1 4DY'));
    expect(ImportWorld.counts(await fire(3))).toEqual({ updated: 1, inserted: 0, ignored: 0, failed: 0, total: 1 });
    expect(await runs.missedCount(scheduleId)).toBe(0);
    expect(await runs.last(scheduleId)).toMatchObject({ scheduledAt: '2026-12-01T03:00:00Z', status: 'completed' });
  });

  test.each([
    ['inbox of another table', (prefix: string) => `inbox/${prefix}X/a.csv`],
    ['uploads', (prefix: string) => `uploads/${prefix}/a.csv`],
    ['imports of its own table', (prefix: string) => `imports/${prefix}/x/a.csv.sorted.txt`],
  ])('in %s is not read: the run is missed', async (_, keyOf) => {
    const { world, table, scheduleId, runs, ports } = await worldWithSchedule(started, { kind: 'file' });
    const key = keyOf(table.prefix);
    await world.bucket.put(key, file('YO1 7HH'));
    const scheduledAt = '2026-12-01T01:00:00Z';
    const schedule = { scheduleId, prefix: table.prefix, source: { kind: 'key' as const, key } };
    await startScheduledImport(ports, { schedule, scheduledAt });
    await world.runAll();
    const { items } = await world.imports.list(table.prefix, { limit: 10, after: undefined });
    const reason = expect.stringContaining(`imports only files in inbox/${table.prefix}/`);
    expect(items).toMatchObject([
      { status: 'missed', rejection: { code: 'schedule.key-elsewhere', reason }, source: { key } },
    ]);
    expect(await runs.missedCount(scheduleId)).toBe(1);
  });

  test('makes one import however often the same time comes', async () => {
    const { world, table, inbox, deliver, fire } = await worldWithSchedule(started, { kind: 'file' });
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    // Step Functions runs an execution of one name once, however often it is started.
    await Promise.all([deliver(1), deliver(1)]);
    await world.runAll();
    await world.bucket.put(inbox('a.csv'), file('LS1 4DY'));
    await fire(1);
    const { items } = await world.imports.list(table.prefix, { limit: 10, after: undefined });
    expect(items.map(ImportWorld.counts)).toEqual([{ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 }]);
    expect(items[0]?.importId).toMatch(/^20261201T010000Z-[0-9a-f]{12}$/);
  });

  test('without its file creates a missed import with the reason', async () => {
    const { fire, inbox, runs, scheduleId, world } = await worldWithSchedule(started, { kind: 'file' });
    const missed = await fire(1);
    expect(missed).toMatchObject({ status: 'missed', fileName: 'a.csv', rejection: { code: 'schedule.file-missing' } });
    expect(missed.rejection?.reason).toContain(inbox('a.csv'));
    expect(await fire(1)).toEqual(missed);
    expect(await runs.missedCount(scheduleId)).toBe(1);
    // A missed run stays missed; the next time is a separate run.
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    expect((await fire(1)).status).toBe('missed');
    expect((await fire(2)).status).toBe('completed');
  });
});

describe('a schedule of the newest file', () => {
  test('imports each file once, and counts a time without a new one as missed', async () => {
    const { world, inbox, fire, runs, scheduleId } = await worldWithSchedule(started, { kind: 'newest' });
    expect(await fire(1)).toMatchObject({ status: 'missed', rejection: { code: 'schedule.nothing-there' } });
    await world.bucket.put(inbox('z.csv'), file('YO1 7HH'));
    await aMoment();
    await world.bucket.put(inbox('folder/a.csv'), file('LS1 4DY'));
    await aMoment();
    await world.bucket.put(inbox('folder/'), '');
    expect(await fire(2)).toMatchObject({ status: 'completed', source: { key: inbox('folder/a.csv') } });
    expect(await fire(3)).toMatchObject({
      status: 'missed',
      source: { key: inbox('folder/a.csv') },
      rejection: { code: 'schedule.nothing-new' },
    });
    await aMoment();
    await world.bucket.put(inbox('z.csv'), file('BA1 1UD'));
    expect(await fire(4)).toMatchObject({ status: 'completed', source: { key: inbox('z.csv') } });
    // An older one that comes to be the newest again was imported before.
    world.bucket.delete(inbox('z.csv'));
    expect((await fire(5)).rejection?.code).toBe('schedule.nothing-new');
    expect(await runs.missedCount(scheduleId)).toBe(3);
  });

  test('reads only its inbox folder', async () => {
    const { world, table, fire } = await worldWithSchedule(started, { kind: 'newest' });
    await world.bucket.put(`inbox/${table.prefix}X/a.csv`, file('YO1 7HH'));
    await world.bucket.put(`uploads/${table.prefix}/a.csv`, file('YO1 7HH'));
    expect((await fire(1)).rejection?.code).toBe('schedule.nothing-there');
  });
});

describe('the time of a schedule', () => {
  test('leaves a missed import if the schedule was deleted meanwhile', async () => {
    const { world, inbox, fire } = await worldWithSchedule(started, { kind: 'file' });
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    expect(await fire(1, 'deleted')).toMatchObject({ status: 'missed', rejection: { code: 'schedule.deleted' } });
  });

  test('leaves a rejected import with the reason if the definition was deleted', async () => {
    const { world, inbox, fire } = await worldWithSchedule(started, { kind: 'file' }, { definition: 'gone' });
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    expect(await fire(1)).toMatchObject({ status: 'rejected', rejection: { code: 'definition.not-found' } });
  });

  test('names its definition in the log, and the changes that affect it since', async () => {
    const { world, table, inbox, fire } = await worldWithSchedule(started, { kind: 'file' }, { definition: 'd1' });
    const now = '2026-11-22T10:00:00.000Z';
    const mapping = [{ column: 'Postcode', field: 'P018' }];
    world.definitions.saved.push({
      ...{ definitionId: 'd1', prefix: table.prefix, name: 'Daily', options: {}, mapping, isDefault: false },
      ...{ version: 3, tableVersion: 1, createdAt: now, updatedAt: now },
    });
    world.tables.readVersion = async () => table;
    const fields = table.fields.map((field) => (field.code === 'P018' ? { ...field, label: 'ZIP' } : field));
    world.tables.publish({ ...table, version: 2, fields });
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    const record = await fire(1);
    expect(record.status).toBe('completed');
    const log = await world.file(record, 'log');
    expect(log).toMatch(/: Definition Daily, version 3\n/);
    expect(log).toMatch(/: Warning: Field P018 was called "Postcode" and is now called "ZIP"/);
  });

  test('uses its own options if it has them', async () => {
    const { world, inbox, fire } = await worldWithSchedule(
      started,
      { kind: 'file' },
      { options: { mode: 'update-only' } },
    );
    await world.bucket.put(inbox('a.csv'), file('YO1 7HH'));
    const record = await fire(1);
    expect(record).toMatchObject({ requested: { options: { mode: 'update-only' } } });
  });

  test.each([
    [{ schedule: { scheduleId: 's', prefix: 'P', source: { kind: 'newest' } }, scheduledAt: 'now' }],
    [{ schedule: { scheduleId: 's', prefix: 'P', source: { kind: 'all' } }, scheduledAt: '2026-12-01T01:00:00Z' }],
    [{ resume: 'x' }],
  ])('rejects the event %j', (event) => {
    expect(readFiring(event)).toBeUndefined();
  });
});
