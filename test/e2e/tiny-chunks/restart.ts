import { beforeAll, describe, expect, test } from '@jest/globals';
import { machineClock } from '../../../local/scheduler/clock.ts';
import { countsOf, pause } from '../test-cloud.ts';
import { cloud } from './cloud.ts';

/** At TINY_CHUNKS some twenty chunks of each write stage: the cloud can be killed in the middle of one. */
const ROWS = 200;
const HOUR_MS = 3_600_000;

describe('a cloud that is killed in the middle of an import, and is off when a schedule falls due', () => {
  const lines = Array.from({ length: ROWS }, (_, n) => `CUTOFF_${n + 1},Ms,Ann,Example,,,,,,York,YO1 7HH,\n`).join('');
  let scheduleId: string;

  beforeAll(async () => {
    for (const prefix of ['CUTOFF', 'LATER']) await cloud.publish(prefix);
    await cloud.upload('inbox/LATER/daily.csv', 'A,Ms,Ann,Example,,,,,,York,YO1 7HH,\n');
    const { body } = await cloud.call('POST', '/crm-tables/LATER/schedules', {
      name: 'While off',
      source: { kind: 'newest' },
      when: { frequency: 'once', once: new Date(Date.now() + HOUR_MS / 2).toISOString().slice(0, 19) },
      timeZone: 'UTC',
    });
    scheduleId = body.scheduleId;
    await cloud.upload('uploads/CUTOFF/rows.csv', lines);
    await cloud.reached('CUTOFF', 'run');
    await cloud.stop();
    await cloud.boot();
    await cloud.reached('CUTOFF', 'bulk-copy');
    await cloud.stop();
    await cloud.boot({ ...machineClock, now: () => Date.now() + HOUR_MS });
  }, 300_000);

  test('continues the import after each restart, and loses and repeats nothing', async () => {
    const [shown] = await cloud.ended('CUTOFF', 1);
    expect(shown && countsOf(shown)).toEqual({ updated: 0, inserted: ROWS, ignored: 0, failed: 0, total: ROWS });

    await cloud.upload('uploads/CUTOFF/rows.csv', lines);
    const [, again] = await cloud.ended('CUTOFF', 2);
    expect(again && countsOf(again)).toEqual({ updated: 0, inserted: 0, ignored: ROWS, failed: 0, total: ROWS });
  });

  test('runs the schedule once at the next start', async () => {
    expect(await lastRun(scheduleId)).toMatchObject({ status: 'completed', counts: { inserted: 1, total: 1 } });
    expect((await cloud.ended('LATER', 1)).map(({ fileName }) => fileName)).toEqual(['daily.csv']);
    expect((await cloud.call('GET', '/imports?prefix=LATER')).body.items).toHaveLength(1);
  });
});

/** The last run of the schedule, once its import has ended. */
async function lastRun(scheduleId: string): Promise<{ readonly status: string }> {
  for (;;) {
    const { body } = await cloud.call('GET', `/crm-tables/LATER/schedules/${scheduleId}`);
    if (body.lastRun && !['received', 'queued', 'running'].includes(body.lastRun.status)) return body.lastRun;
    await pause();
  }
}
