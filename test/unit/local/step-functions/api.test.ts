import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../../../local/http/server.ts';
import { serveStepFunctions } from '../../../../local/step-functions/http/server.ts';
import {
  definitionOf,
  MACHINE_ARN,
  stepFunctionsFixture,
  task,
  waitForEnd,
} from '../../../support/local/step-functions-fixture.ts';

const wait = () => new Promise(() => {});
const quickOrSlow = definitionOf({
  Which: { Type: 'Choice', Choices: [{ Variable: '$.slow', BooleanEquals: true, Next: 'Slow' }], Default: 'Quick' },
  Quick: task('quick'),
  Slow: task('slow'),
});
const { stepFunctions } = stepFunctionsFixture(quickOrSlow, { quick: () => 'ok', slow: wait });
let server: RunningServer;
let client: SFNClient;

function clientFor(accessKeyId: string): SFNClient {
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  return new SFNClient({ endpoint: server.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
}

function start(name: string, input: object) {
  return client.send(new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name, input: JSON.stringify(input) }));
}

beforeAll(async () => {
  server = await serveStepFunctions(0, stepFunctions, { accessKeyId: 'AKLOCAL', secretAccessKey: 'secret' });
  client = clientFor('AKLOCAL');
});

afterAll(async () => {
  stepFunctions.stop();
  client.destroy();
  await server.close();
});

describe('the Step Functions API, by the ordinary SDK', () => {
  test('starts, describes and lists executions, with their history', async () => {
    const { executionArn = '' } = await start('one', { slow: false });
    await waitForEnd(stepFunctions, executionArn);
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '"ok"', input: '{"slow":false}', name: 'one' });
    expect(described.startDate).toBeInstanceOf(Date);
    const { executions } = await client.send(
      new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN, statusFilter: 'SUCCEEDED' }),
    );
    expect(executions?.map(({ name }) => name)).toEqual(['one']);
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual([
      'ChoiceStateEntered',
      'ChoiceStateExited',
      'TaskStateEntered',
      'TaskStateExited',
    ]);
  });

  test('takes a name once, but repeats of a running start as the same', async () => {
    const first = await start('two', { slow: true });
    expect((await start('two', { slow: true })).executionArn).toBe(first.executionArn);
    await expect(start('two', { slow: false })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await client.send(new StopExecutionCommand({ executionArn: first.executionArn, error: 'Enough', cause: 'test' }));
    expect(await client.send(new DescribeExecutionCommand({ executionArn: first.executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
    });
    await expect(start('two', { slow: true })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  test('rejects the requests that AWS rejects', async () => {
    await expect(start('x'.repeat(81), {})).rejects.toMatchObject({ name: 'InvalidName' });
    await expect(start('a/b', {})).rejects.toMatchObject({ name: 'InvalidName' });
    await expect(start('big', { text: 'x'.repeat(262_144) })).rejects.toMatchObject({ name: 'ValidationException' });
    const elsewhere = new StartExecutionCommand({ stateMachineArn: `${MACHINE_ARN}2` });
    await expect(client.send(elsewhere)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    await expect(client.send(new DescribeExecutionCommand({ executionArn: 'arn:x:y' }))).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
  });

  test('names an unsupported operation, and rejects unsigned requests', async () => {
    await expect(client.send(new ListStateMachinesCommand({}))).rejects.toThrow('AWSStepFunctions.ListStateMachines');
    const stranger = clientFor('AKOTHER').send(new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN }));
    await expect(stranger).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    const fromAPage = await fetch(server.url, {
      method: 'POST',
      headers: { origin: 'https://example.com' },
      body: '{}',
    });
    expect(await fromAPage.json()).toMatchObject({ __type: 'AccessDeniedException' });
  });
});
