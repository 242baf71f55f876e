import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ExportFiringSchema } from '../../../functions/exports/domain/export-run.ts';
import { readStartEvent } from '../../../functions/imports/domain/lifecycle/start-event.ts';
import { type ScheduleInput, ScheduleInputSchema } from '../../../functions/schedules/domain/schedule.ts';
import { deleteSchedule } from '../../../functions/schedules/use-cases/delete-schedule.ts';
import { findSchedule, reconciled } from '../../../functions/schedules/use-cases/get-schedule.ts';
import { runNow } from '../../../functions/schedules/use-cases/run-now.ts';
import { createSchedule, updateSchedule } from '../../../functions/schedules/use-cases/save-schedule.ts';
import { setState } from '../../../functions/schedules/use-cases/set-state.ts';
import { testOrigin } from '../../support/origin.ts';
import { voucim } from '../../support/published-table.ts';
import { grantOf } from '../../support/rights.ts';
import { FakeRunStarter, FakeScheduler, InMemorySchedules } from './in-memory-schedules.ts';

const path = { prefix: 'VOUCIM', scheduleId: 's1' };
const NAME = 'VOUCIM-s1';

function world() {
  let now = Date.parse('2026-11-22T10:00:00Z');
  const definition = { definitionId: 'd1' } as never;
  return {
    schedules: new InMemorySchedules(),
    scheduler: new FakeScheduler(),
    runStarter: new FakeRunStarter(),
    clock: { now: () => new Date(now) },
    goTo: (time: string) => {
      now = Date.parse(time);
    },
    tables: {
      readPublished: async () => ({ status: 'published' as const, table: voucim() }),
      readVersion: async () => voucim(),
    },
    exportDefinitions: {
      read: async ({ exportDefinitionId }: { readonly exportDefinitionId: string }) =>
        exportDefinitionId === 'x1' ? ({ value: { options: {} }, revision: 1 } as never) : undefined,
    },
    definitions: {
      find: async (_: string, named: string) => (['d1', 'Daily'].includes(named) ? definition : undefined),
    },
  };
}

let ports: ReturnType<typeof world>;
beforeEach(() => {
  ports = world();
});

const input = (more: object = {}): ScheduleInput =>
  ScheduleInputSchema.parse({
    name: 'Nightly',
    source: { kind: 'newest' },
    when: { frequency: 'daily', time: '02:00' },
    timeZone: 'Europe/London',
    ...more,
  });

const create = (more: object = {}, origin = testOrigin()) => createSchedule(ports, path, input(more), origin);
const EXPORTER = testOrigin({ caller: { userId: 'u1', grants: [grantOf('customers.export')] } });
const timer = () => ports.scheduler.timers.get(NAME);

/** The records after a process died during its call to the scheduler. */
async function cutOff(work: () => Promise<unknown>): Promise<void> {
  ports.scheduler.before = () => Promise.reject(new Error('killed'));
  await expect(work()).rejects.toThrow('killed');
  ports.scheduler.before = async () => {};
}

describe('a schedule', () => {
  test('is followed by a timer that starts the import', async () => {
    const { value } = await create({ definition: 'Daily', options: { mode: 'insert-only' } });
    expect(value.pending).toBeUndefined();
    expect(value).toMatchObject({ definition: 'd1', state: 'active' });
    expect(timer()).toMatchObject({ expression: 'cron(0 2 * * ? *)', timeZone: 'Europe/London', isEnabled: true });
    expect(JSON.parse(timer()?.input ?? '')).toEqual({
      schedule: { ...path, source: { kind: 'newest' }, definition: 'd1', options: { mode: 'insert-only' } },
      scheduledAt: '<aws.scheduler.scheduled-time>',
    });
  });

  test('runs now with the event of its timer, also while it is paused', async () => {
    await create({ definition: 'Daily', state: 'paused' });
    ports.goTo('2026-11-22T10:00:00.987Z');
    expect(await runNow(ports, path, testOrigin().caller)).toEqual({ scheduledAt: '2026-11-22T10:00:00Z' });
    const fired = JSON.parse(JSON.stringify(ports.runStarter.started));
    expect(fired).toEqual([{ ...JSON.parse(timer()?.input ?? ''), scheduledAt: '2026-11-22T10:00:00Z' }]);
    expect(readStartEvent(fired[0])).toMatchObject({ kind: 'schedule' });
    await expect(runNow(ports, { ...path, scheduleId: 'other' }, testOrigin().caller)).rejects.toMatchObject({
      code: 'schedule.not-found',
    });
    expect(ports.runStarter.started).toHaveLength(1);
  });

  test('of exports runs by the rights of the person who saved it, and needs the permission to export', async () => {
    const exporting = { source: { kind: 'export', exportDefinitionId: 'x1' } };
    await expect(create(exporting)).rejects.toMatchObject({ code: 'access.forbidden' });
    await create(exporting, EXPORTER);
    expect(timer()?.starts).toBe('export');
    expect(ExportFiringSchema.safeParse(JSON.parse(timer()?.input ?? '')).error?.issues).toEqual([
      expect.objectContaining({ path: ['scheduledAt'] }),
    ]);
    await expect(runNow(ports, path, testOrigin().caller)).rejects.toMatchObject({ code: 'access.forbidden' });
    await runNow(ports, path, EXPORTER.caller);
    const [started] = JSON.parse(JSON.stringify(ports.runStarter.started));
    expect(ExportFiringSchema.parse(started).schedule).toMatchObject({ orderedBy: 'u1', source: exporting.source });
    expect(() => readStartEvent(started)).toThrow();
  });

  test.each([
    [{ source: { kind: 'key', key: 'uploads/VOUCIM/a.csv' } }, '/source/key', 'schedule.key-elsewhere'],
    [{ source: { kind: 'key', key: 'inbox/OTHER/a.csv' } }, '/source/key', 'schedule.key-elsewhere'],
    [{ source: { kind: 'key', key: 'inbox/VOUCIM/a/' } }, '/source/key', 'schedule.key-is-folder'],
    [{ definition: 'none' }, '/definition', 'definition.not-found'],
    [{ source: { kind: 'export', exportDefinitionId: 'x1' }, definition: 'd1' }, '/definition', 'schedule.unfit'],
    [
      { source: { kind: 'export', exportDefinitionId: 'x2' } },
      '/source/exportDefinitionId',
      'export-definition.not-found',
    ],
    [{ options: { strictFields: ['P018'] } }, '/options/strictFields/0', 'option.field-not-strict'],
    [{ when: { frequency: 'once', once: '2026-11-22T10:00' } }, '/when/once', 'schedule.in-the-past'],
    [{ when: { frequency: 'once', once: '2027-03-28T01:30' } }, '/when/once', 'schedule.no-such-time'],
  ])('with %j is rejected', async (more, pointer, code) => {
    await expect(create(more, EXPORTER)).rejects.toMatchObject({
      code: 'schedule.invalid',
      violations: [expect.objectContaining({ pointer, code })],
    });
    expect(ports.schedules.stored.size + ports.scheduler.timers.size).toBe(0);
  });

  test('is rejected with an unknown time zone', () => {
    expect(() => input({ timeZone: 'Europe/Londn' })).toThrow('IANA');
    expect(() => input({ timeZone: '+01:00' })).toThrow('IANA');
  });

  test('is paused and resumed, also repeatedly', async () => {
    await create();
    await setState(ports, path, 'paused', testOrigin());
    expect((await setState(ports, path, 'paused', testOrigin())).revision).toBe(2);
    expect(timer()?.isEnabled).toBe(false);
    await setState(ports, path, 'active', testOrigin());
    expect(timer()?.isEnabled).toBe(true);
  });

  test('whose only run is in the past accepts only another time', async () => {
    await create({ when: { frequency: 'once', once: '2026-11-22T12:00' }, state: 'paused' });
    ports.goTo('2026-11-23T00:00:00Z');
    await expect(setState(ports, path, 'active', testOrigin())).rejects.toMatchObject({ code: 'schedule.over' });
    await updateSchedule(
      ports,
      path,
      input({ when: { frequency: 'once', once: '2026-11-24T12:00' } }),
      1,
      testOrigin(),
    );
    expect(timer()).toMatchObject({ expression: 'at(2026-11-24T12:00:00)', isEnabled: true, runsOnce: true });
  });

  test('is changed and deleted only at the revision that was read', async () => {
    await create();
    await updateSchedule(ports, path, input({ name: 'Other' }), 1, testOrigin());
    await expect(updateSchedule(ports, path, input(), 1, testOrigin())).rejects.toMatchObject({
      code: 'if-match.stale',
    });
    await expect(deleteSchedule(ports, path, 1, testOrigin())).rejects.toMatchObject({ code: 'if-match.stale' });
    await deleteSchedule(ports, path, 2, testOrigin());
    expect(ports.schedules.stored.size + ports.scheduler.timers.size).toBe(0);
    await expect(findSchedule(ports, path)).rejects.toMatchObject({ code: 'schedule.not-found' });
  });
});

describe('record and timer do not drift apart', () => {
  test('when the writer dies in between: the next read reconciles it', async () => {
    await cutOff(() => create());
    expect(timer()).toBeUndefined();
    await reconciled(ports, await findSchedule(ports, path));
    expect(timer()?.expression).toBe('cron(0 2 * * ? *)');
    await cutOff(() =>
      updateSchedule(ports, path, input({ when: { frequency: 'daily', time: '03:00' } }), 1, testOrigin()),
    );
    expect(timer()?.expression).toBe('cron(0 2 * * ? *)');
    const after = await reconciled(ports, await findSchedule(ports, path));
    expect([timer()?.expression, after?.value.pending]).toEqual(['cron(0 3 * * ? *)', undefined]);
  });

  test('when the same request is repeated', async () => {
    await cutOff(() => create());
    await create({ name: 'Again' });
    expect([...ports.schedules.stored.values()]).toMatchObject([{ value: { name: 'Again', pending: undefined } }]);
    expect(ports.scheduler.timers.size).toBe(1);
  });

  test('when a deletion is cut off: the schedule is gone, and its timer soon, too', async () => {
    await create();
    await cutOff(() => deleteSchedule(ports, path, 1, testOrigin()));
    expect(timer()).toBeDefined();
    await expect(findSchedule(ports, path)).rejects.toMatchObject({ code: 'schedule.not-found' });
    expect(ports.schedules.stored.size + ports.scheduler.timers.size).toBe(0);
  });

  test('when two requests update it concurrently, and the slower one reaches the scheduler last', async () => {
    await create();
    let interferes = true;
    ports.scheduler.before = async () => {
      if (!interferes) return;
      interferes = false;
      await updateSchedule(ports, path, input({ when: { frequency: 'daily', time: '05:00' } }), 2, testOrigin());
    };
    await updateSchedule(ports, path, input({ when: { frequency: 'daily', time: '04:00' } }), 1, testOrigin());
    expect(timer()?.expression).toBe('cron(0 5 * * ? *)');
    expect((await ports.schedules.read(path))?.value.pending).toBeUndefined();
  });

  test('when it is deleted during an update', async () => {
    await create();
    let interferes = true;
    ports.scheduler.before = async () => {
      if (!interferes) return;
      interferes = false;
      await deleteSchedule(ports, path, 2, testOrigin());
    };
    await updateSchedule(ports, path, input({ name: 'Late' }), 1, testOrigin());
    expect(ports.schedules.stored.size + ports.scheduler.timers.size).toBe(0);
  });

  test('when the scheduler rejects it: it is still listed', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await cutOff(() => create());
    ports.scheduler.before = () => Promise.reject(new Error('down'));
    expect(await reconciled(ports, await findSchedule(ports, path))).toMatchObject({ value: { pending: 'apply' } });
    write.mockRestore();
    ports.scheduler.before = async () => {};
    await deleteSchedule(ports, path, 1, testOrigin());
    expect(ports.schedules.stored.size).toBe(0);
  });
});
