import { Sha256 } from '@aws-crypto/sha256-js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignatureV4 } from '@smithy/signature-v4';
import { authenticate, Unauthenticated } from '../../../../local/http/authenticate.ts';
import { readBody } from '../../../../local/http/read-body.ts';
import { type RunningServer, serve } from '../../../../local/http/server.ts';
import { rawHttp } from '../../../support/local/raw-http.ts';

const KEY_PAIR = { accessKeyId: 'LOCAL1', secretAccessKey: 'secret' };
const BODY = '{"a":"é"}';
let server: RunningServer;

beforeAll(async () => {
  server = await serve('the test', 0, async (request, response) => {
    try {
      response.end(await authenticate(request, await readBody(request, 1_000), KEY_PAIR));
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      response.end(error.code);
    }
  });
});
afterAll(() => server.close());

interface Signed {
  readonly keyPair?: typeof KEY_PAIR;
  readonly signingDate?: Date;
  /** Whether the hash of the body is a header too, as the SDK for JavaScript sends it and others do not. */
  readonly applyChecksum?: boolean;
  readonly query?: Record<string, string>;
}

async function signed({ keyPair = KEY_PAIR, signingDate = new Date(), applyChecksum = true, query = {} }: Signed) {
  const signer = new SignatureV4({
    credentials: keyPair,
    region: 'eu-west-1',
    service: 'states',
    sha256: Sha256,
    applyChecksum,
  });
  const { host } = new URL(server.url);
  const request = { method: 'POST', protocol: 'http:', hostname: host, path: '/a%20b/c', query, body: BODY };
  const { headers } = await signer.sign({ ...request, headers: { host, 'x-amz-target': 'T' } }, { signingDate });
  return headers;
}

async function answerTo(headers: Record<string, string>, { target = '/a%20b/c', body = BODY } = {}): Promise<string> {
  return (await rawHttp(server.url, { method: 'POST', target, headers, body })).body;
}

describe('a request to one of the AWS services of the embedded cloud', () => {
  test('is let in with the signature of the key pair, and names its service', async () => {
    expect(await answerTo(await signed({}))).toBe('states');
    expect(await answerTo(await signed({ applyChecksum: false }))).toBe('states');
    const query = { name: 'a b', empty: '' };
    expect(await answerTo(await signed({ query }), { target: '/a%20b/c?name=a%20b&empty=' })).toBe('states');
  });

  test('is rejected if a relevant part differs from the signed request', async () => {
    const headers = await signed({});
    const { authorization = '' } = headers;
    expect(await answerTo(headers, { body: '{"a":"e"}' })).toBe('InvalidSignatureException');
    expect(await answerTo(headers, { target: '/a%20b/d' })).toBe('InvalidSignatureException');
    expect(await answerTo(headers, { target: '/a%20b/c?x=1' })).toBe('InvalidSignatureException');
    expect(await answerTo({ ...headers, 'x-amz-target': 'U' })).toBe('InvalidSignatureException');
    expect(await answerTo({ ...headers, 'x-amz-more': 'U' })).toBe('InvalidSignatureException');
    const forged = authorization.replace('/states/', '/dynamodb/');
    expect(await answerTo({ ...headers, authorization: forged })).toBe('InvalidSignatureException');
    const body = '{"a":"e"}';
    const unsigned = await signed({ applyChecksum: false });
    expect(await answerTo(unsigned, { body })).toBe('InvalidSignatureException');
  });

  test('is rejected with another key, another secret, no signature, or one that is too old', async () => {
    const other = (more: Partial<typeof KEY_PAIR>) => signed({ keyPair: { ...KEY_PAIR, ...more } });
    expect(await answerTo(await other({ accessKeyId: 'LOCAL2' }))).toBe('UnrecognizedClientException');
    expect(await answerTo(await other({ secretAccessKey: 'guessed' }))).toBe('InvalidSignatureException');
    expect(await answerTo({})).toBe('UnrecognizedClientException');
    expect(await answerTo({ authorization: 'Bearer LOCAL1' })).toBe('UnrecognizedClientException');
    const old = await signed({ signingDate: new Date(Date.now() - 16 * 60_000) });
    expect(await answerTo(old)).toBe('InvalidSignatureException');
  });

  test('is rejected from a page of another site, even with the right signature', async () => {
    const headers = await signed({});
    expect(await answerTo({ ...headers, origin: 'https://shop.example' })).toBe('AccessDeniedException');
    expect(await answerTo({ ...headers, host: 'shop.example' })).toBe('AccessDeniedException');
  });
});
