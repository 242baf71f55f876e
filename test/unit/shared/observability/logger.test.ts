import { describe, expect, test } from '@jest/globals';
import { createLogger, type LogLevel } from '../../../../functions/shared/observability/logger.ts';

function recorder(level: LogLevel = 'INFO') {
  const lines: string[] = [];
  const log = createLogger({
    level,
    write: (line) => lines.push(line),
    now: () => new Date('2026-01-02T03:04:05.006Z'),
  });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

describe('the logger', () => {
  test('writes one line of JSON with time, level, message and fields', () => {
    const { log, lines, last } = recorder();
    log.info('import.queued', { importId: 'i-1', prefix: 'VOUCIM' });
    expect(lines[0]?.split('\n')).toHaveLength(2);
    expect(last()).toEqual({
      timestamp: '2026-01-02T03:04:05.006Z',
      level: 'INFO',
      message: 'import.queued',
      importId: 'i-1',
      prefix: 'VOUCIM',
    });
  });

  test('leaves out what is below the level', () => {
    const { log, lines } = recorder('WARN');
    log.debug('import.queued', { importId: 'i-1', prefix: 'A' });
    log.info('import.queued', { importId: 'i-1', prefix: 'A' });
    log.warn('import.rejected', { importId: 'i-1', reason: 'table.not-published' });
    log.error('http.failed', { method: 'GET', requestId: 'r-1' }, new Error('x'));
    expect(lines).toHaveLength(2);
  });

  test('drops fields that the message does not know', () => {
    const { log, last } = recorder();
    const fields = { importId: 'i-1', prefix: 'A', firstName: 'Brigitte', level: 'DEBUG', message: 'other' };
    log.info('import.queued', fields);
    expect(last()).not.toHaveProperty('firstName');
    expect(last()).toMatchObject({ level: 'INFO', message: 'import.queued' });
  });

  test.each(['SW12 2ER', 'a'.repeat(201), 'brigitte@example.com', 'Zoë', 'a\nb', ''])(
    'withholds text that is no token: %j',
    (text) => {
      const { log, last } = recorder();
      log.warn('import.rejected', { importId: 'i-1', reason: text });
      expect(last().reason).toBe('(withheld)');
    },
  );

  test('keeps the tokens that messages are made of', () => {
    const { log, last } = recorder();
    const fields = { method: 'GET', route: '/accounts/{accountPrefix}/crm-tables', status: 200, durationMs: 1.5 };
    log.info('http.request', { ...fields, requestId: 'Jf0hXg8-oAMEP3Q=' });
    expect(last()).toMatchObject({ ...fields, requestId: 'Jf0hXg8-oAMEP3Q=' });
  });
});

describe('a logged error', () => {
  test('shows name, code, frames and cause, and no message', () => {
    const { log, last } = recorder();
    const cause = Object.assign(new TypeError('Brigitte Smith\n    at Secret Street 5'), { code: 'cell.bad' });
    log.error('step.failed', { step: 'plan', importId: 'i-1' }, new Error('Mr Brown is wrong', { cause }));
    const { error } = last();
    expect(error.name).toBe('Error');
    expect(error.stack[0]).toMatch(/^at .*logger\.test/);
    expect(error.cause).toMatchObject({ name: 'TypeError', code: 'cell.bad' });
    expect(JSON.stringify(last())).not.toMatch(/Brigitte|Brown|Secret/);
  });

  test('survives anything that can be thrown', () => {
    const { log, last } = recorder();
    log.error('http.failed', { method: 'GET', requestId: 'r-1' }, 'Brigitte');
    expect(last().error).toEqual({ name: 'thrown-string' });
    const circular = new Error('x');
    circular.cause = circular;
    log.error('http.failed', { method: 'GET', requestId: 'r-1' }, circular);
    expect(last().error.name).toBe('Error');
    log.error(
      'http.failed',
      { method: 'GET', requestId: 'r-1' },
      Object.assign(new Error('x'), { name: 'Mrs Miller', code: 'has space', stack: undefined }),
    );
    expect(last().error).toEqual({ name: 'Error' });
  });
});
