import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { wallTimeOf } from '../../../functions/shared/domain/local-time.ts';
import { countsOf, pause } from '../test-cloud.ts';
import { cloud } from './cloud.ts';

const TIME_ZONE = 'Australia/Lord_Howe';
const SCHEDULES = '/crm-tables/LATER/schedules';

/** So many seconds from now, as the clocks of the time zone show it. */
const soon = (seconds: number) =>
  new Date(wallTimeOf(Date.now() + seconds * 1000, TIME_ZONE)).toISOString().slice(0, 19);

const row = (town: string) => `A,Ms,Ann,Example,,,,,,${town},YO1 7HH,\n`;

/** The schedule once the result of its last run is known. */
async function afterRun(scheduleId: string) {
  for (;;) {
    const { body } = await cloud.call('GET', `${SCHEDULES}/${scheduleId}`);
    if (body.lastRun && !['received', 'queued', 'running'].includes(body.lastRun.status)) return body;
    await pause();
  }
}

function scheduler(): SchedulerClient {
  const { endpoints, region, credentials } = cloud.cloud;
  return new SchedulerClient({ endpoint: endpoints.scheduler, region, credentials });
}

/** The schedules of the CRM table in EventBridge Scheduler. */
async function listSchedules() {
  return (await scheduler().send(new ListSchedulesCommand({ NamePrefix: 'LATER-' }))).Schedules;
}

describe('a schedule, by HTTP and an S3 client alone', () => {
  beforeAll(() => cloud.publish('LATER'));

  test('imports a file from the inbox when its time comes, and is gone from EventBridge Scheduler', async () => {
    await cloud.upload('inbox/LATER/daily.csv', row('York'));
    const definition = await cloud.call('POST', '/crm-tables/LATER/definitions', {
      name: 'No header',
      options: { header: false },
    });
    expect(definition.status).toBe(201);
    const created = await cloud.call('POST', SCHEDULES, {
      name: 'Soon',
      source: { kind: 'key', key: 'inbox/LATER/daily.csv' },
      definition: 'no header',
      when: { frequency: 'once', once: soon(6) },
      timeZone: TIME_ZONE,
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ definition: definition.body.definitionId, lastRun: null, missed: 0 });
    expect(created.body.nextRuns).toHaveLength(1);
    const [listed] = (await listSchedules()) ?? [];
    expect(listed).toMatchObject({ Name: `LATER-${created.body.scheduleId}`, GroupName: 'switchboard-trial' });

    const run = await afterRun(created.body.scheduleId);
    expect(run.lastRun).toMatchObject({ status: 'completed', counts: { inserted: 1, total: 1 } });
    expect(run.lastRun.scheduledAt.slice(0, 19)).toBe(created.body.nextRuns[0].at.slice(0, 19));
    expect(run.nextRuns).toEqual([]);
    const [shown] = await cloud.ended('LATER', 1);
    expect(shown && countsOf(shown)).toEqual({ updated: 0, inserted: 1, ignored: 0, failed: 0, total: 1 });
    expect(shown).toMatchObject({ importId: run.lastRun.importId, fileName: 'daily.csv' });
    expect(await listSchedules()).toEqual([]);
    const inUse = await cloud.call(
      'DELETE',
      `/crm-tables/LATER/definitions/${definition.body.definitionId}`,
      undefined,
      {
        'if-match': '"1"',
      },
    );
    expect(inUse.body).toMatchObject({ status: 409, code: 'definition.in-use' });
  });

  test('is paused, resumed and deleted in EventBridge Scheduler, too', async () => {
    const nightly = { frequency: 'daily', time: '02:15' };
    const body = { name: 'Nightly', source: { kind: 'newest' }, when: nightly, timeZone: 'Europe/London' };
    const created = await cloud.call('POST', SCHEDULES, body);
    const address = `${SCHEDULES}/${created.body.scheduleId}`;
    const name = { Name: `LATER-${created.body.scheduleId}`, GroupName: 'switchboard-trial' };
    const there = () => scheduler().send(new GetScheduleCommand(name));
    expect(await there()).toMatchObject({ ScheduleExpression: 'cron(15 2 * * ? *)', State: 'ENABLED' });
    expect((await cloud.call('POST', `${address}/pause`)).body).toMatchObject({ state: 'paused', nextRuns: [] });
    expect(await there()).toMatchObject({ State: 'DISABLED' });
    const resumed = await cloud.call('POST', `${address}/resume`);
    expect(resumed.body.nextRuns).toHaveLength(5);
    const etag = resumed.headers.get('etag') ?? '';
    expect((await cloud.call('DELETE', address, undefined, { 'if-match': etag })).status).toBe(204);
    await expect(there()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect((await cloud.call('GET', address)).status).toBe(404);
  });

  test('is found through the file that the cloud leaves for the terminal, which only its owner reads', async () => {
    const file = join(cloud.dataDir, 'endpoints.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { api, issuer, s3, region, dataBucket } = JSON.parse(await readFile(file, 'utf8'));
    expect({ api, issuer, s3 }).toEqual({
      api: cloud.cloud.endpoints.api,
      issuer: cloud.cloud.endpoints.issuer,
      s3: cloud.cloud.endpoints.s3,
    });
    expect({ region, dataBucket }).toEqual({ region: cloud.cloud.region, dataBucket: cloud.bucket });
    const token = await fetch(`${issuer}/token`, { method: 'POST', body: '{"user":"samuel-okoro"}' });
    const { access_token: bearer } = (await token.json()) as { access_token: string };
    const listed = await fetch(api + SCHEDULES, { headers: { authorization: `Bearer ${bearer}` } });
    expect(listed.status).toBe(200);
  });
});
