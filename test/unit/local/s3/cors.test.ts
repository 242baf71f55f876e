import { describe, expect, test } from '@jest/globals';
import { type CorsRule, corsHeaders, findRule } from '../../../../local/s3/cors/cors-rules.ts';
import { admit } from '../../../../local/s3/cors/cross-origin.ts';
import type { S3Request } from '../../../../local/s3/http/request.ts';

const rule: CorsRule = {
  allowedOrigins: ['https://*.cloudfront.net'],
  allowedMethods: ['PUT', 'GET'],
  allowedHeaders: ['Content-*', 'range'],
  exposedHeaders: ['ETag', 'Content-Range'],
  maxAgeSeconds: 60,
};
const PAGE = 'http://127.0.0.1:7077';

function request(method: string, headers: Record<string, string> = {}, bucketName = 'data'): S3Request {
  const all = new Map(Object.entries({ host: '127.0.0.1:7071', ...headers }));
  // biome-ignore lint/suspicious/noExplicitAny: nothing here reads the body
  return { id: '1', method, path: '/', query: [], headers: all, bucketName, key: 'k', remoteAddress: '' } as any;
}

const options = {
  rulesOf: (bucket: string | undefined) => (bucket === 'data' ? [rule] : []),
  awsOrigin: (origin: string) => (origin === PAGE ? 'https://d1.cloudfront.net' : origin),
};
const admitted = (...args: Parameters<typeof request>) => admit(request(...args), options);

describe('a CORS rule', () => {
  test.each([
    ['https://d1.cloudfront.net', 'PUT', ['content-type', 'content-md5'], true],
    ['https://d1.cloudfront.net', 'GET', [], true],
    ['https://d1.cloudfront.net', 'DELETE', [], false],
    ['https://d1.cloudfront.net', 'PUT', ['authorization'], false],
    ['http://d1.cloudfront.net', 'GET', [], false],
    ['https://d1.cloudfront.net.shop.example', 'GET', [], false],
  ])('for %s, %s and the headers %j', (origin, method, headers, expected) => {
    expect(findRule([rule], { origin, method, headers }) !== undefined).toBe(expected);
  });

  test('that allows every origin names none', () => {
    const headers = corsHeaders({ ...rule, allowedOrigins: ['*'] }, PAGE);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });
});

describe('the store', () => {
  const preflight = { origin: PAGE, 'access-control-request-method': 'PUT' };

  test('answers a preflight without a signature', () => {
    const requested = { ...preflight, 'access-control-request-headers': 'Content-Type' };
    const { reply, headers } = admitted('OPTIONS', requested);
    expect(reply).toEqual({ status: 200, headers: {} });
    expect(headers).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'PUT, GET',
      'access-control-allow-headers': 'Content-Type',
      'access-control-max-age': '60',
    });
  });

  test('lets the page of the distribution read the answer to a signed request', () => {
    const { reply, headers } = admitted('GET', { origin: PAGE });
    expect(reply).toBeUndefined();
    expect(headers).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-expose-headers': 'ETag, Content-Range',
    });
  });

  test.each<[string, Parameters<typeof request>]>([
    ['a page of another site', ['GET', { origin: 'https://shop.example' }]],
    ['another page of this machine', ['GET', { origin: 'http://127.0.0.1:3000' }]],
    ['a method that the rule lacks', ['DELETE', { origin: PAGE }]],
    ['a header that the rule lacks', ['OPTIONS', { ...preflight, 'access-control-request-headers': 'x-amz-acl' }]],
    ['a bucket without rules', ['GET', { origin: PAGE }, 'other']],
    ['a host that is not a loopback name', ['GET', { host: 'shop.example' }]],
  ])('rejects %s', (_, args) => {
    expect(() => admitted(...args)).toThrow(expect.objectContaining({ code: 'AccessDenied' }));
  });

  test('checks no origin of programs, which send none', () => {
    expect(admitted('GET')).toEqual({ headers: {} });
    expect(admitted('GET', { origin: 'http://127.0.0.1:7071' })).toEqual({ headers: {} });
  });
});
