import { describe, expect, test } from '@jest/globals';
import { apiErrorOf, offlineError } from '../../src/shared/api/api-error.ts';

const answer = (status: number) => new Response(null, { status, headers: { 'apigw-requestid': 'R-1' } });

describe('apiErrorOf', () => {
  test('takes message, code and violations from a problem of the API', () => {
    const errors = [{ pointer: '/name', detail: 'Too long.' }];
    const error = apiErrorOf(answer(400), { detail: 'Not valid.', code: 'request.not-valid', errors });
    expect(error).toMatchObject({ status: 400, message: 'Not valid.', code: 'request.not-valid', violations: errors });
  });

  test('keeps the request id of every answer', () => {
    expect(apiErrorOf(answer(500), { detail: 'Failed.', code: 'internal' }).requestId).toBe('R-1');
    expect(apiErrorOf(answer(503), undefined).requestId).toBe('R-1');
    expect(apiErrorOf(new Response(null, { status: 503 }), undefined).requestId).toBeUndefined();
  });

  test('has a message of its own where API Gateway answers by itself', () => {
    expect(apiErrorOf(answer(429), { message: 'Too Many Requests' }).message).toMatch(/^There are too many requests/);
    expect(apiErrorOf(answer(418), 'teapot').message).toBe('The API answered with status 418.');
    expect(apiErrorOf(answer(418), null)).toMatchObject({ code: undefined, violations: [] });
  });
});

test('an API that cannot be reached is no status of HTTP', () => {
  expect(offlineError()).toMatchObject({ status: 0, isOffline: true });
  expect(apiErrorOf(answer(500), undefined).isOffline).toBe(false);
});
