import { describe, expect, test } from '@jest/globals';
import { correlated } from '../../../../functions/shared/observability/correlation.ts';
import { createLogger, type LogLevel } from '../../../../functions/shared/observability/logger.ts';
import { MESSAGES } from '../../../../functions/shared/observability/messages.ts';

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

  test('omits messages below the level', () => {
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

describe('every line can be tied to others', () => {
  test.each(Object.entries(MESSAGES))('%s bears the id of an import, of a job or of a request', (_, fields) => {
    expect(Object.keys(fields).some((name) => ['importId', 'jobId', 'requestId'].includes(name))).toBe(true);
  });

  test('by the id of the invocation in which it is written, which others at the same time do not bear', async () => {
    const { log, lines } = recorder();
    const retry = async (wait: number) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      log.info('writer.retried', { statements: 1, attempt: wait, errorName: 'ThrottlingException', waitMs: 1 });
    };
    await Promise.all([
      correlated({ importId: 'i-1' }, () => retry(2)),
      correlated({ requestId: 'r-1' }, () => retry(1)),
      retry(3),
    ]);
    const logged = lines
      .map((line) => JSON.parse(line))
      .map(({ attempt, importId, requestId }) => [attempt, importId, requestId]);
    // The order of the timers depends on the machine.
    expect(logged).toHaveLength(3);
    expect(logged).toContainEqual([1, undefined, 'r-1']);
    expect(logged).toContainEqual([2, 'i-1', undefined]);
    expect(logged).toContainEqual([3, undefined, undefined]);
  });

  test('by its own id before that of the invocation', () => {
    const { log, last } = recorder();
    correlated({ importId: 'i-1' }, () => log.info('import.queued', { importId: 'i-2', prefix: 'A' }));
    expect(last().importId).toBe('i-2');
    correlated({ requestId: 'r-1' }, () => log.info('import.queued', { importId: 'i-2', prefix: 'A' }));
    expect(last()).not.toHaveProperty('requestId');
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
