import { afterEach, expect, jest, test } from '@jest/globals';
import { log } from '../../../functions/shared/observability/logger.ts';
import { defineEvent } from '../../../functions/shared/steps/define-event.ts';

const CONTEXT = { awsRequestId: 'r-1' };

afterEach(() => {
  jest.restoreAllMocks();
});

test('an event is read and given to its use case together with the services', async () => {
  const run = jest.fn(async () => {});
  const handler = defineEvent('start-import', { bucket: 'data' }, (event) => `read ${String(event)}`, run);
  await handler('event', CONTEXT);
  expect(run.mock.calls).toEqual([[{ bucket: 'data' }, 'read event']]);
});

test('an event that cannot be read fails with the name of the error and without its message', async () => {
  const error = jest.spyOn(log, 'error').mockImplementation(() => {});
  const run = jest.fn(async () => {});
  const read = () => {
    throw new RangeError('quotes a customer');
  };
  await expect(defineEvent('start-import', {}, read, run)('event', CONTEXT)).rejects.toMatchObject({
    name: 'RangeError',
    message: expect.not.stringContaining('quotes a customer'),
  });
  expect(run).not.toHaveBeenCalled();
  expect(error).toHaveBeenCalledWith('event.failed', { handler: 'start-import' }, expect.any(RangeError));
});
