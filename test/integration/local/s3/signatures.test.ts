import { GetObjectCommand, ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, sendSigned, signed } from './raw-request.ts';
import { ACCESS_KEY_ID, rejection, startTestStore, type TestStore, testClient } from './test-store.ts';

const HOUR_MS = 60 * 60 * 1000;

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
  await store.client.send(new PutObjectCommand({ Bucket: 'data', Key: 'letter', Body: 'Dear sir' }));
});
afterAll(async () => {
  expect(store.errors).toEqual([]);
  await store[Symbol.asyncDispose]();
});

describe('a signature in the Authorization header', () => {
  test('a request without credentials is rejected', async () => {
    expect(await send({ port: store.port, path: '/data/letter' })).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test('an unknown key and a wrong secret are rejected, each by its own name', async () => {
    const stranger = testClient(store.port, { accessKeyId: 'AKIDOTHER', secretAccessKey: 'x' });
    const forger = testClient(store.port, { accessKeyId: ACCESS_KEY_ID, secretAccessKey: 'x' });
    expect(await rejection(stranger.send(new ListBucketsCommand({})))).toBe('403 InvalidAccessKeyId');
    expect(await rejection(forger.send(new ListBucketsCommand({})))).toBe('403 SignatureDoesNotMatch');
  });

  test('names of JavaScript are not keys', async () => {
    const client = testClient(store.port, { accessKeyId: 'constructor', secretAccessKey: 'x' });
    expect(await rejection(client.send(new ListBucketsCommand({})))).toBe('403 InvalidAccessKeyId');
  });

  test.each([
    ['another path', { path: '/data/other' }],
    ['another method', { method: 'DELETE' }],
    ['a query that was added', { path: '/data/letter?versionId=null' }],
  ])('is rejected for another request: %s', async (_, change) => {
    const request = await signed({ port: store.port, path: '/data/letter' });
    expect((await send(request)).status).toBe(200);
    expect(await send({ ...request, ...change })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test('covers the body', async () => {
    const request = await signed({ port: store.port, method: 'PUT', path: '/data/body', body: 'right' });
    expect(await send({ ...request, body: 'wrong' })).toMatchObject({ status: 400, code: 'XAmzContentSHA256Mismatch' });
    expect(await sendSigned({ port: store.port, path: '/data/body' })).toMatchObject({ code: 'NoSuchKey' });
  });

  test('covers every x-amz header', async () => {
    const request = await signed({ port: store.port, path: '/data/letter' });
    const headers = { ...request.headers, 'x-amz-meta-added': '1' };
    expect(await send({ ...request, headers })).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test.each([-HOUR_MS, HOUR_MS])('is rejected when its clock is off by %i ms', async (offset) => {
    const signedAt = new Date(Date.now() + offset);
    const response = await sendSigned({ port: store.port, path: '/data/letter' }, { signedAt });
    expect(response).toMatchObject({ status: 403, code: 'RequestTimeTooSkewed' });
  });

  test('is valid for one region', async () => {
    const response = await sendSigned({ port: store.port, path: '/data/letter' }, { region: 'eu-west-1' });
    expect(response).toMatchObject({ status: 400, code: 'AuthorizationHeaderMalformed' });
  });

  test('with a session token is rejected', async () => {
    const headers = { 'x-amz-security-token': 'token' };
    const response = await sendSigned({ port: store.port, path: '/data/letter', headers });
    expect(response).toMatchObject({ status: 400, code: 'InvalidToken' });
  });

  test.each([
    'Basic QUtJRDpzZWNyZXQ=',
    'AWS4-HMAC-SHA256 nothing',
    'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0',
  ])('that cannot be read is rejected: %s', async (authorization) => {
    const headers = { authorization, 'x-amz-date': '20260101T000000Z', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const response = await send({ port: store.port, path: '/data/letter', headers });
    expect(response).toMatchObject({ status: 400, code: 'AuthorizationHeaderMalformed' });
  });

  test('the answer names the resource and the request', async () => {
    const { text, headers } = await send({ port: store.port, path: '/data/letter?a=b' });
    expect(text).toContain('<Resource>/data/letter</Resource>');
    expect(text).toContain(`<RequestId>${headers['x-amz-request-id']}</RequestId>`);
  });
});

describe('a presigned address', () => {
  const pathOf = (url: string) => url.slice(store.address.length);
  const get = (key: string) => new GetObjectCommand({ Bucket: 'data', Key: key });

  test('returns its object, under the name in the address', async () => {
    const disposition = 'attachment; filename="a b.csv"';
    const command = new GetObjectCommand({ Bucket: 'data', Key: 'letter', ResponseContentDisposition: disposition });
    const response = await fetch(await getSignedUrl(store.client, command));
    expect(await response.text()).toBe('Dear sir');
    expect(response.headers.get('content-disposition')).toBe(disposition);
  });

  test('is rejected for another key, method or query', async () => {
    const url = await getSignedUrl(store.client, get('letter'));
    const denied = { status: 403, code: 'SignatureDoesNotMatch' };
    const path = pathOf(url);
    expect(await send({ port: store.port, path: path.replace('letter', 'other') })).toMatchObject(denied);
    expect(await send({ port: store.port, method: 'PUT', path, body: 'x' })).toMatchObject(denied);
    expect(await send({ port: store.port, path: `${path}&response-content-type=text/html` })).toMatchObject(denied);
    expect(await send({ port: store.port, path: path.replace(/Expires=\d+/, 'Expires=3601') })).toMatchObject(denied);
  });

  test('expires', async () => {
    const signingDate = new Date(Date.now() - 61_000);
    const url = await getSignedUrl(store.client, get('letter'), { expiresIn: 60, signingDate });
    const response = await send({ port: store.port, path: pathOf(url) });
    expect(response).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(response.text).toContain('Request has expired');
  });

  test('lives a week at most', async () => {
    const url = await getSignedUrl(store.client, get('letter'), { expiresIn: 60 });
    const path = pathOf(url).replace('X-Amz-Expires=60', 'X-Amz-Expires=604801');
    const response = await send({ port: store.port, path });
    expect(response).toMatchObject({ status: 400, code: 'AuthorizationQueryParametersError' });
  });

  test('of signature version 2 is rejected', async () => {
    const path = '/data/letter?AWSAccessKeyId=AKIDTEST&Signature=x&Expires=9999999999';
    expect(await send({ port: store.port, path })).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  test('is rejected before its date', async () => {
    const signingDate = new Date(Date.now() + 24 * HOUR_MS);
    const url = await getSignedUrl(store.client, get('letter'), { signingDate });
    expect(await send({ port: store.port, path: pathOf(url) })).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test('for an upload holds it to the length, the condition and the metadata that were signed', async () => {
    const command = new PutObjectCommand({
      Bucket: 'data',
      Key: 'uploads/one.csv',
      ContentLength: 5,
      IfNoneMatch: '*',
      Metadata: { definition: 'd1' },
    });
    const signableHeaders = new Set(['host', 'content-length', 'if-none-match']);
    const path = pathOf(await getSignedUrl(store.client, command, { expiresIn: 60, signableHeaders }));
    const put = (body: string, headers = { 'if-none-match': '*' } as Record<string, string>) =>
      send({
        port: store.port,
        method: 'PUT',
        path,
        body,
        headers: { ...headers, 'content-length': `${body.length}` },
      });
    expect(await put('too long')).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await put('right', {})).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect((await put('right')).status).toBe(200);
    expect(await put('again')).toMatchObject({ status: 412, code: 'PreconditionFailed' });
    const stored = await store.client.send(new GetObjectCommand({ Bucket: 'data', Key: 'uploads/one.csv' }));
    expect(stored.Metadata).toEqual({ definition: 'd1' });
  });
});

test('headers that could not be sent are rejected', async () => {
  const text = '漢字';
  const get = { Bucket: 'data', Key: 'letter', ResponseContentDisposition: text };
  const download = await fetch(await getSignedUrl(store.client, new GetObjectCommand(get)));
  expect(await download.text()).toContain('<Code>InvalidArgument</Code>');
  const put = { Bucket: 'data', Key: 'headers', Metadata: { a: text } };
  const upload = await fetch(await getSignedUrl(store.client, new PutObjectCommand(put)), { method: 'PUT', body: 'x' });
  expect(await upload.text()).toContain('<Code>InvalidArgument</Code>');
});

describe('web pages', () => {
  test('a host name that points to this machine is rejected', async () => {
    const request = await signed({ port: store.port, path: '/data/letter', headers: { host: 'evil.example' } });
    expect(await send(request)).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test("another origin is rejected, the store's origin is not", async () => {
    const request = await signed({ port: store.port, path: '/data/letter' });
    const from = (origin: string) => send({ ...request, headers: { ...request.headers, origin } });
    expect(await from('http://localhost:5173')).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(await from('null')).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect((await from(store.address)).status).toBe(200);
  });

  test('an address may name the bucket in its host', async () => {
    const headers = { host: `data.localhost:${store.port}` };
    const response = await sendSigned({ port: store.port, path: '/letter', headers });
    expect(response).toMatchObject({ status: 200, text: 'Dear sir' });
  });
});
