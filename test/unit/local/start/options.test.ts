import { describe, expect, test } from '@jest/globals';
import { LAST_FIRST_PORT } from '../../../../local/cloud/ports.ts';
import { explain, readOptions } from '../../../../local/start/options.ts';

function complaint(...args: string[]): string {
  try {
    readOptions(args);
    return 'none';
  } catch (error) {
    return explain(error);
  }
}

describe('the options of npm start', () => {
  test('have defaults', () => {
    expect(readOptions([])).toEqual({ once: false, fresh: false, port: 7070, data: 'sample' });
    expect(readOptions(['--once', '--fresh', '--port', '0', '--no-sample'])).toEqual({
      once: true,
      fresh: true,
      port: 0,
      data: 'none',
    });
    expect(readOptions(['--demo'])).toMatchObject({ data: 'demo' });
  });

  test.each([
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['extra'], 'extra'],
    [['--port'], '--port'],
    [['--port', 'abc'], `--port must be a number from 0 to ${LAST_FIRST_PORT}, not "abc".`],
    [['--port', '65535'], '--port must be a number'],
    [['--port', '1.5'], '--port must be a number'],
  ])('that are invalid are rejected with the usage: %j', (args, text) => {
    expect(complaint(...args)).toContain(text);
    expect(complaint(...args)).toContain('npm start -- [options]');
  });
});
