import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type RunningServer, serve } from '../../../../local/http/server.ts';

/** A promise, and the function that resolves it. */
const signal = () => Promise.withResolvers<void>();

describe('a server', () => {
  let server: RunningServer;
  const report = jest.spyOn(console, 'error');

  beforeEach(() => {
    report.mockImplementation(() => {});
  });
  afterEach(async () => {
    await server.close();
    report.mockReset();
  });

  test('answers 500 and reports an error of its handler', async () => {
    server = await serve('the test', 0, () => Promise.reject(new Error('broken')));
    expect((await fetch(server.url)).status).toBe(500);
    expect(report).toHaveBeenCalledTimes(1);
  });

  test.each(['before the response begins', 'in the middle of the response'])(
    'reports nothing when the client disconnects %s',
    async (when) => {
      const arrived = signal();
      const handled = signal();
      server = await serve('the test', 0, async (_, response) => {
        if (when.startsWith('in')) response.write('begun');
        arrived.resolve();
        await once(response, 'close');
        try {
          await pipeline(Readable.from(['rest']), response);
        } finally {
          handled.resolve();
        }
      });
      const outgoing = request(server.url);
      outgoing.on('error', () => {});
      outgoing.end();
      await arrived.promise;
      outgoing.destroy();
      await handled.promise;
      await new Promise(setImmediate);
      expect(report).not.toHaveBeenCalled();
    },
  );
});
