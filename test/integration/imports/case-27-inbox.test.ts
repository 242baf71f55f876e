import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Import } from '../../../functions/imports/domain/import.ts';
import { MOST_FILES_A_RUN } from '../../../functions/imports/use-cases/uploads/import-all-new.ts';
import { startImportWorld } from '../../support/import-world.ts';
import { voucim } from '../../support/published-table.ts';
import { worldWithSchedule } from '../../support/world-with-schedule.ts';

const DAYS = ['mon', 'tue', 'wed'] as const;
const caseFile = (day: (typeof DAYS)[number]) =>
  readFileSync(join(import.meta.dirname, `../../support/cases/27-inbox-${day}.csv`));

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

/** The bucket notes when an object was put by the millisecond. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A schedule over an inbox into which three files came, each a moment after the other. */
async function threeFiles(kind: 'newest' | 'all-new') {
  const made = await worldWithSchedule(started, { kind }, {}, { fields: voucim().fields });
  const { world, table, inbox } = made;
  const put = async (name: string, body: Uint8Array | string) => {
    await world.bucket.put(inbox(name), body);
    await aMoment();
  };
  // Not in the order of their names.
  for (const day of DAYS) await put(`${day}.csv`, caseFile(day));
  /** In the order in which they were begun. */
  const imports = async (): Promise<Import[]> => {
    const { items } = await world.imports.list(table.prefix, { limit: 200, after: undefined });
    return items.toReversed();
  };
  const files = async () => (await imports()).map(({ fileName, status }) => `${fileName} ${status}`);
  return { ...made, put, imports, files };
}

describe('a schedule of all new files over an inbox with three (case 27)', () => {
  test('imports all of them, oldest first, each once', async () => {
    const { world, fire, files, imports, runs, scheduleId, table } = await threeFiles('all-new');
    await fire(1);
    expect(await files()).toEqual(['mon.csv completed', 'tue.csv completed', 'wed.csv completed']);
    const starts = (await imports()).map(({ startedAt = '' }) => Date.parse(startedAt));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(await runs.last(scheduleId)).toMatchObject({
      imports: 3,
      scheduledAt: '2026-12-01T01:00:00Z',
      importId: (await imports()).at(-1)?.importId,
    });
    expect((await world.customers(table)).size).toBeGreaterThan(0);
    expect(await fire(2)).toMatchObject({ status: 'missed', rejection: { code: 'schedule.nothing-new' } });
    expect(await runs.missedCount(scheduleId)).toBe(1);
  });

  test('imports a file again that was put again, and none that a run of the newest file had imported', async () => {
    const { fire, files, put } = await threeFiles('newest');
    await fire(1);
    expect(await files()).toEqual(['wed.csv completed']);
    const all = await threeFiles('all-new');
    await all.fire(1);
    await all.put('mon.csv', caseFile('tue'));
    await all.put('thu.csv', caseFile('wed'));
    await all.fire(2);
    expect((await all.files()).slice(3)).toEqual(['mon.csv completed', 'thu.csv completed']);
    await put('thu.csv', caseFile('mon'));
  });

  test('leaves nothing of a repeated firing, at once or later', async () => {
    const { deliver, world, files, runs, scheduleId } = await threeFiles('all-new');
    await Promise.all([deliver(1), deliver(1)]);
    await world.runAll();
    await deliver(1);
    const made = await files();
    expect(made).toHaveLength(3);
    expect(new Set(made)).toEqual(new Set(['mon.csv completed', 'tue.csv completed', 'wed.csv completed']));
    expect(await runs.last(scheduleId)).toMatchObject({ imports: 3, status: 'completed' });
    expect(await runs.missedCount(scheduleId)).toBe(0);
  });

  test('continues after a kill at any call between two files', async () => {
    for (let killedAt = 1; killedAt <= 40; killedAt += 3) {
      const { deliver, world, ports, imports, runs, scheduleId } = await threeFiles('all-new');
      let calls = 0;
      const dying = world.portsThrough(async (_, call) => {
        calls += 1;
        if (calls >= killedAt) throw new Error('killed');
        return call();
      });
      await deliver(1, scheduleId, { ...dying, runs, inbox: ports.inbox, bucket: 'data' }).catch(() => {});
      await deliver(1);
      expect((await imports()).map(({ fileName }) => fileName)).toEqual(['mon.csv', 'tue.csv', 'wed.csv']);
      expect(await runs.last(scheduleId)).toMatchObject({ imports: 3 });
      expect(await runs.missedCount(scheduleId)).toBe(0);
    }
  });

  test('takes a bounded number of files a run, says how many are left, and takes them in the next', async () => {
    const { world, deliver, inbox, imports, runs, scheduleId } = await threeFiles('all-new');
    for (let index = 0; index < MOST_FILES_A_RUN; index += 1) {
      await world.bucket.put(inbox(`more-${String(index).padStart(3, '0')}.csv`), caseFile('mon'));
    }
    await deliver(1);
    expect(await runs.last(scheduleId)).toMatchObject({ imports: MOST_FILES_A_RUN, remaining: 3 });
    expect((await imports()).slice(0, 3).map(({ fileName }) => fileName)).toEqual(['mon.csv', 'tue.csv', 'wed.csv']);
    await deliver(2);
    expect(await imports()).toHaveLength(MOST_FILES_A_RUN + 3);
    expect(await runs.last(scheduleId)).toMatchObject({ imports: 3 });
    expect((await runs.last(scheduleId))?.remaining).toBeUndefined();
  });

  test.each([
    ['an empty inbox', 'schedule.nothing-there'],
    ['a schedule that was deleted', 'schedule.deleted'],
  ])('leaves a missed import for %s', async (what, code) => {
    const { fire, world, inbox } = await threeFiles('all-new');
    if (what === 'an empty inbox') for (const day of DAYS) world.bucket.delete(inbox(`${day}.csv`));
    const record = await fire(1, what === 'an empty inbox' ? undefined : 'deleted-27');
    expect(record).toMatchObject({ status: 'missed', rejection: { code } });
  });
});

describe('a schedule of the newest file over an inbox with three (case 27)', () => {
  test('imports one, and reports the number of other new files', async () => {
    const { fire, files, put, runs, scheduleId } = await threeFiles('newest');
    expect(await fire(1)).toMatchObject({ status: 'completed', fileName: 'wed.csv', schedule: { passedOver: 2 } });
    expect(await runs.last(scheduleId)).toMatchObject({ imports: 1, passedOver: 2 });
    expect(await fire(2)).toMatchObject({ status: 'missed', rejection: { code: 'schedule.nothing-new' } });
    expect(await runs.last(scheduleId)).toMatchObject({ passedOver: 2, status: 'missed' });
    await put('thu.csv', caseFile('mon'));
    await put('fri.csv', caseFile('tue'));
    expect(await fire(3)).toMatchObject({ fileName: 'fri.csv', schedule: { passedOver: 3 } });
    expect(await files()).toEqual(['wed.csv completed', 'wed.csv missed', 'fri.csv completed']);
  });

  test('reports no other files when it has imported every file', async () => {
    const { fire, put, world, inbox, runs, scheduleId } = await threeFiles('newest');
    for (const day of DAYS) world.bucket.delete(inbox(`${day}.csv`));
    await put('only.csv', caseFile('mon'));
    expect((await fire(1)).schedule).toEqual({ scheduleId, scheduledAt: '2026-12-01T01:00:00Z' });
    expect((await runs.last(scheduleId))?.passedOver).toBeUndefined();
  });
});
