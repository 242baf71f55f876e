import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../../../local/functions/types.ts';
import type { RunningServer } from '../../../../local/http/server.ts';
import { Lambda } from '../../../../local/lambda/lambda.ts';
import { serveLambda } from '../../../../local/lambda/server.ts';

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:start';
const KEY = 'LOCALKEY';

let server: RunningServer;
let accepted: [arn: string, event: string][];
let invoked: [arn: string, event: string][];
let outcome: Outcome;

beforeAll(async () => {
  const lambda = new Lambda({
    functionArns: [ARN, `${ARN}-other`],
    accept: (arn, event) => accepted.push([arn, event]),
    invoke: async (arn, event) => {
      invoked.push([arn, event]);
      return outcome;
    },
  });
  server = await serveLambda(0, lambda, { accessKeyId: KEY, secretAccessKey: 'secret' });
});
afterAll(() => server.close());
beforeEach(() => {
  accepted = [];
  invoked = [];
  outcome = { ok: true, payload: '{"done":true}' };
});

const client = (accessKeyId = KEY, secretAccessKey = 'secret') =>
  new LambdaClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });

describe('Invoke through the SDK', () => {
  test('as an event returns before the function ends', async () => {
    const sent = await client().send(
      new InvokeCommand({ FunctionName: 'start', InvocationType: 'Event', Payload: '{"dispatch":"VOUCIM"}' }),
    );
    expect(sent.StatusCode).toBe(202);
    expect(accepted).toEqual([[ARN, '{"dispatch":"VOUCIM"}']]);
    expect(invoked).toEqual([]);
  });

  test('as a request returns the answer of the function, or its error', async () => {
    const answered = await client().send(new InvokeCommand({ FunctionName: ARN, Payload: '{"a":1}' }));
    expect([answered.StatusCode, answered.FunctionError]).toEqual([200, undefined]);
    expect(Buffer.from(answered.Payload ?? []).toString()).toBe('{"done":true}');
    expect(invoked).toEqual([[ARN, '{"a":1}']]);
    outcome = { ok: false, failure: { errorType: 'TypeError', errorMessage: 'no' } };
    const failed = await client().send(new InvokeCommand({ FunctionName: 'start' }));
    expect([failed.StatusCode, failed.FunctionError]).toEqual([200, 'Unhandled']);
    expect(Buffer.from(failed.Payload ?? []).toString()).toBe('{"errorType":"TypeError","errorMessage":"no"}');
    expect(invoked.at(-1)).toEqual([ARN, '{}']);
  });

  test.each([
    ['another secret', () => client(KEY, 'guessed'), { FunctionName: 'start' }, 'InvalidSignatureException'],
    ['another key', () => client('OTHER'), { FunctionName: 'start' }, 'UnrecognizedClientException'],
    ['an unknown function', client, { FunctionName: 'tart' }, 'ResourceNotFoundException'],
    ['a dry run', client, { FunctionName: 'start', InvocationType: 'DryRun' }, 'InvalidParameterValueException'],
    ['no JSON', client, { FunctionName: 'start', Payload: '{' }, 'InvalidRequestContentException'],
    [
      'a large event',
      client,
      { FunctionName: 'start', InvocationType: 'Event', Payload: `"${'x'.repeat(1024 * 1024)}"` },
      'RequestTooLargeException',
    ],
  ] as const)('of %s is rejected as by AWS', async (_, as, input, name) => {
    await expect(as().send(new InvokeCommand(input))).rejects.toMatchObject({ name });
    expect([...accepted, ...invoked]).toEqual([]);
  });
});

test('another operation of Lambda fails with its name', async () => {
  await expect(client().send(new ListFunctionsCommand({}))).rejects.toThrow(
    /does not support GET \/2015-03-31\/functions/,
  );
});
