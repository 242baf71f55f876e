import { describe, expect, test } from '@jest/globals';
import { readFailedStart, startRejection } from '../../../../functions/imports/domain/lifecycle/failed-start.ts';
import { readObjectCreated } from '../../../../functions/imports/domain/lifecycle/start-event.ts';

const record = (condition: string, responsePayload?: unknown) => ({
  version: '1.0',
  timestamp: '2026-11-22T11:02:25.000Z',
  requestContext: { requestId: 'r', functionArn: 'arn:aws:lambda:::function:f:$LATEST', condition },
  requestPayload: { dispatch: 'P' },
  ...(responsePayload !== undefined && { responsePayload }),
});

describe('the record of a start that failed for good', () => {
  test.each([
    [{ errorType: 'Runtime.OutOfMemory', errorMessage: 'signal: killed' }, 'out-of-memory'],
    [{ errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: signal: killed' }, 'out-of-memory'],
    [{ errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: signal: aborted' }, 'out-of-memory'],
    [{ errorMessage: '2026-11-22T11:02:25Z r Task timed out after 60.00 seconds' }, 'timed-out'],
    [{ errorType: 'Sandbox.Timedout', errorMessage: 'RequestId: r Error' }, 'timed-out'],
    [{ errorType: 'AccessDenied', errorMessage: '' }, 'error'],
    [{}, 'error'],
    [null, 'error'],
  ])('%j is %s', (responsePayload, failure) => {
    expect(readFailedStart(record('RetriesExhausted', responsePayload))).toEqual({ event: { dispatch: 'P' }, failure });
  });

  test('names the age of an event that was never handled', () => {
    expect(readFailedStart(record('EventAgeExceeded'))).toMatchObject({ failure: 'too-old' });
  });

  test.each([
    ['out-of-memory', 'start.out-of-memory', /ran out of memory/],
    ['timed-out', 'start.timed-out', /timed out/],
    ['too-old', 'start.too-old', /could not run for six hours/],
    ['error', 'start.failed', /event\.failed/],
  ] as const)('gives the cause and the advice for %s', (failure, code, cause) => {
    const rejection = startRejection(failure, 'Resume it.');
    expect(rejection).toEqual({ code, reason: expect.stringMatching(cause) });
    expect(rejection.reason).toMatch(/^The import could not be started: .*\. Resume it\.$/);
  });

  test('rejects other events', () => {
    expect(() => readFailedStart({ requestPayload: {} })).toThrow();
  });
});

test.each(['imports/P/x/plan.json', 'inbox/P/a.csv', 'work/P/a.csv', '/uploads/P/a.csv', 'uploads'])(
  'an object under %s is not an upload',
  (key) => {
    const event = (name: string) => ({
      time: '2026-11-22T11:02:25Z',
      detail: { bucket: { name: 'data' }, object: { key: name, 'version-id': 'v' } },
    });
    expect(() => readObjectCreated(event(key))).toThrow(/uploads\//);
    expect(readObjectCreated(event('uploads/P/a.csv')).source.key).toBe('uploads/P/a.csv');
  },
);
