import { join } from 'node:path';
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../../../local/http/server.ts';
import { machineClock } from '../../../../local/scheduler/clock.ts';
import { serveScheduler } from '../../../../local/scheduler/http/server.ts';
import { Scheduler } from '../../../../local/scheduler/scheduler.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:start-import';
let server: RunningServer;
let client: SchedulerClient;

function clientWith(accessKeyId: string): SchedulerClient {
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  return new SchedulerClient({ endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 });
}

beforeAll(async () => {
  const scheduler = new Scheduler({
    journalFile: join(temporaryFolder(), 'schedules.jsonl'),
    groups: ['own'],
    arnOf: (id) => `arn:aws:scheduler:us-east-1:000000000000:schedule/${id}`,
    clock: machineClock,
    deliver: () => {},
  });
  server = await serveScheduler(0, scheduler, { accessKeyId: 'KEY', secretAccessKey: 'secret' });
  client = clientWith('KEY');
});
afterAll(() => server.close());

const input = (Name: string, more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => ({
  Name,
  GroupName: 'own',
  ScheduleExpression: 'cron(0 6 * * ? *)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: FUNCTION, RoleArn: 'arn:aws:iam::000000000000:role/fire', Input: '{}' },
  ...more,
});
const create = (name: string, more: Partial<CreateScheduleCommandInput> = {}) =>
  client.send(new CreateScheduleCommand(input(name, more)));
const named = (Name: string) => ({ Name, GroupName: 'own' });

describe('the API of EventBridge Scheduler, by the SDK', () => {
  test('creates, reads, replaces, lists and deletes', async () => {
    const { ScheduleArn } = await create('a', { ScheduleExpressionTimezone: 'Europe/London', Description: 'x' });
    expect(ScheduleArn).toBe('arn:aws:scheduler:us-east-1:000000000000:schedule/own/a');
    const found = await client.send(new GetScheduleCommand(named('a')));
    expect(found).toMatchObject({
      ...{ Name: 'a', Arn: ScheduleArn, State: 'ENABLED', ScheduleExpressionTimezone: 'Europe/London' },
      ...{ ActionAfterCompletion: 'NONE', CreationDate: expect.any(Date), Target: { Arn: FUNCTION } },
    });
    await client.send(new UpdateScheduleCommand(input('a', { State: 'DISABLED' })));
    const replaced = await client.send(new GetScheduleCommand(named('a')));
    expect(replaced).toMatchObject({ State: 'DISABLED', ScheduleExpressionTimezone: 'UTC' });
    expect(replaced.Description).toBeUndefined();

    await Promise.all(['b1', 'b2', 'b3'].map((name) => create(name)));
    const first = await client.send(new ListSchedulesCommand({ GroupName: 'own', NamePrefix: 'b', MaxResults: 2 }));
    expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['b1', 'b2']);
    const rest = new ListSchedulesCommand({ GroupName: 'own', NamePrefix: 'b', NextToken: first.NextToken });
    expect((await client.send(rest)).Schedules?.map(({ Name }) => Name)).toEqual(['b3']);
    const disabled = await client.send(new ListSchedulesCommand({ State: 'DISABLED' }));
    expect(disabled.Schedules?.map(({ Name }) => Name)).toEqual(['a']);

    await client.send(new DeleteScheduleCommand(named('a')));
    await expect(client.send(new GetScheduleCommand(named('a')))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('answers errors as AWS names them', async () => {
    const rejected = (work: Promise<unknown>, name: string, message: string) =>
      expect(work).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
    await create('c');
    await rejected(create('c', { Description: 'other' }), 'ConflictException', 'already exists');
    await rejected(create('d', { GroupName: 'none' }), 'ResourceNotFoundException', 'group none');
    await rejected(create('not a name'), 'ValidationException', 'letters, digits');
    await rejected(create('d', { ScheduleExpression: 'cron(0 6 * * * *)' }), 'ValidationException', 'must be ?');
    await rejected(create('d', { ScheduleExpressionTimezone: 'Mars' }), 'ValidationException', 'time zone');
    await rejected(create('d', { KmsKeyArn: 'arn:aws:kms:x' }), 'ValidationException', 'KmsKeyArn');
    await rejected(client.send(new UpdateScheduleCommand(input('e'))), 'ResourceNotFoundException', 'Schedule e');
    await rejected(
      clientWith('OTHER').send(new ListSchedulesCommand({})),
      'UnrecognizedClientException',
      'security token',
    );
  });

  test('takes no request from a page of another site', async () => {
    const response = await fetch(`${server.url}/schedules`, { headers: { origin: 'https://example.com' } });
    expect(response.status).toBe(403);
  });
});
