import { connect } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootCloud, type Cloud } from '../../../local/cloud.ts';
import { writeAssembly } from '../../support/local/assembly-fixture.ts';
import { temporaryFolder } from '../../support/local/function-fixture.ts';
import { listeningSockets } from '../../support/local/listening-sockets.ts';
import { type RawAnswer, rawHttp } from '../../support/local/raw-http.ts';

const dir = temporaryFolder();
let before: string[];
let cloud: Cloud;

beforeAll(async () => {
  before = listeningSockets();
  cloud = await bootCloud({ dataDir: join(dir, 'data'), assembly: await writeAssembly(dir) });
});
afterAll(() => cloud.stop());

/** Every port that the cloud has opened, by service. */
const doors = () => Object.entries(cloud.endpoints);

function expectClosed(name: string, { status, headers, body }: RawAnswer): void {
  const granted = Object.keys(headers).filter((header) => header.startsWith('access-control-'));
  expect({ name, granted, body }).toEqual({ name, granted: [], body: expect.not.stringContaining('app-table') });
  expect({ name, isRejected: status >= 400 && status < 500 }).toEqual({ name, isRejected: true });
}

/** The most that a page can know: everything except the key pair. */
function listTables(accessKeyId: string): Record<string, string> {
  const now = `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const scope = `${now.slice(0, 8)}/us-east-1/dynamodb/aws4_request`;
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': now,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
  };
}

describe('every port that the embedded cloud opens', () => {
  test('is one of its endpoints, on 127.0.0.1', () => {
    const opened = listeningSockets().filter((socket) => !before.includes(socket));
    expect(new Set(opened)).toEqual(new Set(doors().map(([, address]) => new URL(address).host)));
  });

  test.each([
    ['of another site', { origin: 'https://shop.example' }],
    ['without an origin', { origin: 'null' }],
    ['that points its own name at this machine', { host: 'shop.example' }],
    [
      'whose name begins like an allowed one',
      { host: 'localhost.shop.example', origin: 'http://localhost.shop.example' },
    ],
  ])('rejects requests of a page %s, and lets it read nothing', async (_, headers) => {
    for (const [name, address] of doors()) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const sent = { method, headers: { ...listTables(cloud.credentials.accessKeyId), ...headers }, body: '{}' };
        expectClosed(`${method} ${name}`, await rawHttp(address, sent));
      }
    }
  });

  test('grants nothing to the preflight request of a page of another site', async () => {
    for (const [name, address] of doors()) {
      const headers = {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-amz-target,x-amz-date',
      };
      expectClosed(name, await rawHttp(address, { method: 'OPTIONS', headers }));
    }
  });

  test.each(['http://[', '/%zz', '/schedules/%', '/2015-03-31/functions/%E0%A4%A/invocations'])(
    'answers 400 to the target %s',
    async (target) => {
      for (const [name, address] of doors()) {
        for (const method of ['GET', 'POST']) {
          const { status } = await rawHttp(address, { method, target });
          expect({ name, method, status }).toEqual({ name, method, status: 400 });
        }
      }
    },
  );
});

describe('a path that begins with two slashes', () => {
  const TARGET = '//shop.example/';

  test('is no route of the HTTP API', async () => {
    const found = await rawHttp(cloud.endpoints.api, { target: '//accounts' });
    expect(found).toMatchObject({ status: 404, body: JSON.stringify({ message: 'Not Found' }) });
  });

  test('leads no door to another host, and breaks none', async () => {
    for (const [name, address] of doors()) {
      for (const method of ['GET', 'POST']) {
        const { status, headers } = await rawHttp(address, { method, target: TARGET });
        expect({ name, method, broken: status >= 500 }).toEqual({ name, method, broken: false });
        const { location } = headers;
        if (location !== undefined) expect(new URL(String(location), address).origin).toBe(address);
      }
    }
  });
});

describe('DynamoDB', () => {
  const clientWith = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
    new DynamoDBClient({ endpoint: cloud.endpoints.dynamodb, region: cloud.region, credentials, maxAttempts: 1 });

  test('answers only clients that sign with the key pair', async () => {
    const { credentials, outputs } = cloud;
    const client = clientWith(credentials);
    const item = { PK: { S: 'café' }, SK: { S: 'x' }, text: { S: 'é'.repeat(100_000) } };
    await client.send(new PutItemCommand({ TableName: outputs.TableName, Item: item }));
    const Key = { PK: item.PK, SK: item.SK };
    const { Item } = await client.send(new GetItemCommand({ TableName: outputs.TableName, Key, ConsistentRead: true }));
    expect(Item).toEqual(item);
    await expect(client.send(new GetItemCommand({ TableName: 'gone', Key }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    client.destroy();

    const stranger = clientWith({ ...credentials, accessKeyId: 'OTHER' });
    await expect(stranger.send(new ListTablesCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    const forger = clientWith({ ...credentials, secretAccessKey: 'guessed' });
    await expect(forger.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'InvalidSignatureException' });
    const unsigned = await rawHttp(cloud.endpoints.dynamodb, { method: 'POST', body: '{}' });
    expect(unsigned).toMatchObject({ status: 400, body: expect.stringContaining('UnrecognizedClientException') });
  });

  test('has its engine where no page finds it: not on 127.0.0.1, nor on any other guessable address', async () => {
    const { hostname, port } = new URL(cloud.engineUrl);
    expect(hostname).toMatch(/^127\.\d+\.\d+\.\d+$/);
    expect(await accepts(hostname, Number(port))).toBe(true);
    for (const host of ['127.0.0.1', '127.0.0.2', '127.1.1.1', '::1']) {
      expect({ host, accepts: await accepts(host, Number(port)) }).toEqual({ host, accepts: false });
    }
  });
});

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
