import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { bootCloud, type Cloud } from '../../../local/cloud.ts';
import { writeAssembly } from '../../support/local/assembly-fixture.ts';
import { temporaryFolder } from '../../support/local/function-fixture.ts';
import { until } from '../../support/local/until.ts';

const dir = temporaryFolder();
const dataDir = join(dir, 'data');
let assembly: string;
let cloud: Cloud;
let s3: S3Client;
let sfn: SFNClient;

beforeAll(async () => {
  assembly = await writeAssembly(dir);
  cloud = await bootCloud({ dataDir, assembly });
  const { endpoints, region, credentials } = cloud;
  s3 = new S3Client({ endpoint: endpoints.s3, region, credentials });
  sfn = new SFNClient({ endpoint: endpoints.stepFunctions, region, credentials });
});

afterAll(async () => {
  s3.destroy();
  sfn.destroy();
  await cloud.stop();
});

async function put(key: string, text: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: cloud.outputs.BucketName, Key: key, Body: text }));
}

async function failureRecord(key: string) {
  const { endpoints, region, credentials, outputs } = cloud;
  const dynamodb = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  const Key = { PK: { S: 'failed' }, SK: { S: key } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: outputs.TableName, Key }));
  dynamodb.destroy();
  return Item;
}

async function finishedExecution() {
  const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: cloud.outputs.MachineArn }));
  const [first] = executions;
  if (first === undefined || first.status === 'RUNNING') return undefined;
  return sfn.send(new DescribeExecutionCommand({ executionArn: first.executionArn }));
}

async function get(path: string, token?: string, headers: Record<string, string> = {}) {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(cloud.endpoints.api + path, { headers: { ...authorization, ...headers } });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
}

describe('the embedded cloud, booted from a template', () => {
  test('carries an upload through rule, function, workflow, table and HTTP route', async () => {
    await put('elsewhere/no.txt', 'nobody listens to this folder');
    await put('uploads/a.txt', 'hello');
    const execution = await until(finishedExecution);
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3]' });
    const record = cloud.stepFunctions.describe(execution.executionArn ?? '');
    expect(record).toMatchObject({ transitions: 8, historyEvents: 6 });

    const token = await cloud.token({ user: 'ada' });
    const answer = await get('/items/caf%C3%A9?key=uploads/a.txt', token);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: 'café', items: ['1', '2', '3'] });
    expect(answer.body).toMatchObject({ claims: { username: 'ada', token_use: 'access' } });
  });

  test('sends an event that its function cannot handle to the dead-letter queue and the on-failure destination', async () => {
    const reported = jest.spyOn(console, 'error').mockReturnValue();
    await put('uploads/poison.txt', 'x');
    const queue = join(dataDir, 'queues', 'app-dead.jsonl');
    const line = await until(() => (existsSync(queue) ? readFileSync(queue, 'utf8') : undefined));
    const message = JSON.parse(line);
    expect(message.attributes).toEqual({ ErrorCode: 'Error', ErrorMessage: 'cannot be handled' });
    expect(JSON.parse(message.body).detail.object.key).toBe('uploads/poison.txt');
    await until(() => (reported.mock.calls.length > 0 ? true : undefined));
    expect(reported.mock.calls.join()).toContain(queue);
    reported.mockRestore();

    const record = await until(async () => (await failureRecord('uploads/poison.txt'))?.record?.S);
    expect(JSON.parse(record)).toMatchObject({
      version: '1.0',
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
      requestPayload: JSON.parse(message.body),
      responsePayload: { errorType: 'Error', errorMessage: 'cannot be handled' },
    });
  });

  test('answers only authorised requests', async () => {
    const rejected = await get('/items/a');
    expect(rejected).toMatchObject({ status: 401, body: { message: 'Unauthorized' } });
    expect(rejected.headers.get('www-authenticate')).toBe('Bearer');
    expect((await get('/items/a', 'no.token.atall')).status).toBe(401);
    expect((await get('/nowhere', await cloud.token({ user: 'a' }))).status).toBe(404);
    expect((await get('/items/a', undefined, { origin: 'https://example.com' })).status).toBe(403);
    expect(statSync(join(dataDir, 'issuer-key.json')).mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, 'credentials.json')).mode & 0o077).toBe(0);
  });

  test('gives tokens to the terminal, not to pages of other sites', async () => {
    const ask = (headers: Record<string, string>, body = '{}') =>
      fetch(`${cloud.endpoints.issuer}/token`, { method: 'POST', headers, body });
    const token = await (await ask({ accept: 'text/plain' })).text();
    expect((await get('/items/a?key=none', token)).status).toBe(200);
    expect((await ask({ origin: 'https://example.com' })).status).toBe(403);
    // A misspelled member must not give the administrator's token.
    expect((await ask({}, '{"userId":"alma-lind"}')).status).toBe(400);
  });

  test('does not share its data or its ports', async () => {
    await expect(bootCloud({ dataDir, assembly })).rejects.toThrow('already runs on the data');
    const port = Number(new URL(cloud.endpoints.api).port);
    await expect(bootCloud({ dataDir: join(dir, 'other'), assembly, port })).rejects.toThrow(`Port ${port}`);
  });
});
