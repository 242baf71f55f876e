import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError } from '../../src/shared/api/api-error.ts';
import { answerOf, createApi, done } from '../../src/shared/api/client.ts';
import type { Session } from '../../src/shared/session/session.ts';
import { viewAs } from '../../src/shared/session/viewed-user.ts';
import { FakeGlobals } from './support/fake-globals.ts';

let requests: Request[];
let answers: (() => Response)[];
let rejectedTokens: string[];

beforeEach(() => {
  new FakeGlobals();
  requests = [];
  answers = [];
  rejectedTokens = [];
  globalThis.fetch = async (request) => {
    requests.push(request as Request);
    const next = answers.shift();
    if (next === undefined) throw new TypeError('Failed to fetch');
    return next();
  };
});

const session = () =>
  ({
    accessToken: async () => `token-${rejectedTokens.length + 1}`,
    reject: (token: string) => rejectedTokens.push(token),
  }) as unknown as Session;
const api = () => createApi({ api: 'http://console/api', signIn: '', client: '' }, session());
const problem = (status: number) => () =>
  Response.json({ detail: `Status ${status}.`, code: 'some.code' }, { status, headers: { 'apigw-requestid': 'R-1' } });

const createAccount = () => {
  const body = { prefix: 'BRI', name: 'Training', manager: 'Brigitte' };
  return answerOf(api().POST('/accounts', { params: { header: {} }, body }));
};

describe('a request', () => {
  test('carries the access token, and its answer has the ETag', async () => {
    answers = [() => Response.json({ prefix: 'BRI' }, { status: 201, headers: { etag: '"1"' } })];
    expect(await createAccount()).toEqual({ body: { prefix: 'BRI' }, etag: '"1"' });
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer token-1');
  });

  test('is sent once more, with its body and a new token, when the token is rejected', async () => {
    answers = [problem(401), () => Response.json({ prefix: 'BRI' })];
    await createAccount();
    expect(rejectedTokens).toEqual(['token-1']);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(await requests[1]?.json()).toEqual({ prefix: 'BRI', name: 'Training', manager: 'Brigitte' });
  });

  test('is not sent a third time', async () => {
    answers = [problem(401), problem(401)];
    await expect(createAccount()).rejects.toMatchObject({ status: 401 });
    expect(requests).toHaveLength(2);
  });

  test('that the API rejects throws the problem', async () => {
    answers = [problem(409)];
    await expect(createAccount()).rejects.toMatchObject({ status: 409, code: 'some.code', requestId: 'R-1' });
  });

  test('names the user as whom a supervisor sees the console', async () => {
    answers = [() => Response.json({}), () => Response.json({})];
    await api().GET('/me');
    viewAs({ userId: 'ann-1', name: 'Ann' });
    await api().GET('/me');
    expect(requests.map(({ headers }) => headers.get('view-as'))).toEqual([null, 'ann-1']);
  });

  test('that reaches nothing throws an error that says so', async () => {
    await expect(createAccount()).rejects.toMatchObject({ status: 0, isOffline: true });
  });

  test('that the page has aborted is no lost connection', async () => {
    const aborted = AbortSignal.abort(new Error('left the page'));
    await expect(api().GET('/me', { signal: aborted })).rejects.not.toBeInstanceOf(ApiError);
  });
});

test('done accepts an empty answer, and throws the problem of a failure', async () => {
  const params = { path: { accountPrefix: 'BRI', campaignId: 'c1' }, header: { 'if-match': '"1"' } };
  const remove = () => done(api().DELETE('/accounts/{accountPrefix}/campaigns/{campaignId}', { params }));
  answers = [() => new Response(null, { status: 204 })];
  await remove();
  answers = [problem(412)];
  await expect(remove()).rejects.toMatchObject({ status: 412 });
});
