import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FunctionPool, type PoolSettings } from '../../../../local/functions/function-pool.ts';
import { installBootstrap } from '../../../../local/functions/install-bootstrap.ts';
import type { FunctionConfig, Outcome } from '../../../../local/functions/types.ts';
import { functionFixture, temporaryFolder } from '../../../support/local/function-fixture.ts';
import { until } from '../../../support/local/until.ts';

const dir = temporaryFolder();
const pools: FunctionPool[] = [];

function poolOf(functions: FunctionConfig[], settings: Partial<PoolSettings> = {}): FunctionPool {
  const pool = new FunctionPool(functions, {
    bootstrapFile: installBootstrap(dir),
    cloudVariables: { AWS_REGION: 'eu-west-1' },
    logDir: join(dir, 'logs'),
    maxRunning: 4,
    reservedForCallers: 0,
    resident: new Set(),
    maxIdle: 4,
    maxIdleMs: 60_000,
    ...settings,
  });
  pools.push(pool);
  return pool;
}

function answerOf(outcome: Outcome): unknown {
  if (!outcome.ok) throw new Error(outcome.failure.errorMessage);
  return JSON.parse(outcome.payload);
}

function failureOf(outcome: Outcome): string {
  return outcome.ok ? 'none' : outcome.failure.errorType;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.stop();
});

describe('function pool', () => {
  test('hands the event, the context and nothing but the declared environment to the handler', async () => {
    const handler = `async (event, context) => ({ event, env: process.env, name: context.functionName,
      left: context.getRemainingTimeInMillis(), requestId: context.awsRequestId })`;
    const pool = poolOf([functionFixture(dir, 'echo', handler, { environment: { TABLE: 'customers' } })]);

    const answer = answerOf(await pool.invoke('echo', '{"a":1}', { requestId: 'r-1' }));

    expect(answer).toMatchObject({ event: { a: 1 }, name: 'echo', requestId: 'r-1' });
    expect(answer).toMatchObject({
      env: { TABLE: 'customers', AWS_REGION: 'eu-west-1', AWS_LAMBDA_FUNCTION_NAME: 'echo' },
    });
    expect(answer).not.toHaveProperty('env.HOME');
    expect((answer as { left: number }).left).toBeGreaterThan(5_000);
  });

  test('reuses an environment', async () => {
    const pool = poolOf([
      functionFixture(dir, 'counter', '(() => { let n = 0; return async () => [process.pid, ++n]; })()'),
    ]);
    const first = answerOf(await pool.invoke('counter', '{}')) as number[];
    const second = answerOf(await pool.invoke('counter', '{}')) as number[];
    expect(second).toEqual([first[0], 2]);
  });

  test('returns the error of a handler under its error name', async () => {
    const handler = `async () => { throw Object.assign(new Error('no such table'), { name: 'ResourceNotFoundException' }); }`;
    const pool = poolOf([functionFixture(dir, 'thrower', handler)]);
    expect(await pool.invoke('thrower', '{}')).toMatchObject({
      ok: false,
      failure: { errorType: 'ResourceNotFoundException', errorMessage: 'no such table' },
    });
  });

  test('kills an environment that runs too long, and starts another', async () => {
    const handler = 'async (ms) => { const end = Date.now() + ms; while (Date.now() < end); return "done"; }';
    const pool = poolOf([functionFixture(dir, 'slow', handler, { timeoutSeconds: 0.3 })]);
    expect(failureOf(await pool.invoke('slow', '60000'))).toBe('Sandbox.Timedout');
    expect(answerOf(await pool.invoke('slow', '0'))).toBe('done');
  });

  test('kills an environment that takes too much memory', async () => {
    const handler = 'async (mb) => { globalThis.kept = Buffer.alloc(mb * 1048576, 1); await new Promise(() => {}); }';
    const pool = poolOf([functionFixture(dir, 'greedy', handler, { memoryMb: 128 })]);
    expect(failureOf(await pool.invoke('greedy', '200'))).toBe('Runtime.OutOfMemory');
  });

  test('reports a process that exits, and a module that cannot be loaded', async () => {
    const pool = poolOf([
      functionFixture(dir, 'leaver', 'async () => process.exit(3)'),
      functionFixture(dir, 'broken', '(() => { throw new TypeError("at load"); })()'),
      functionFixture(dir, 'missing', '1', { handler: 'nothing.handler' }),
    ]);
    expect(await pool.invoke('leaver', '{}')).toMatchObject({ failure: { errorType: 'Runtime.ExitError' } });
    expect(await pool.invoke('broken', '{}')).toMatchObject({
      failure: { errorType: 'TypeError', errorMessage: 'at load' },
    });
    expect(failureOf(await pool.invoke('missing', '{}'))).toBe('Error');
    await expect(pool.invoke('unknown', '{}')).rejects.toThrow('Function not found: unknown');
  });

  test('runs no more concurrently than allowed, urgent calls first', async () => {
    const log = join(dir, 'order.txt');
    const handler = `async (name) => { const fs = await import('node:fs'); fs.appendFileSync(${JSON.stringify(log)}, name);
      await new Promise((resolve) => setTimeout(resolve, 50)); }`;
    const pool = poolOf([functionFixture(dir, 'ordered', handler)], { maxRunning: 1 });
    await Promise.all([
      pool.invoke('ordered', '"a"'),
      pool.invoke('ordered', '"b"'),
      pool.invoke('ordered', '"c"', { urgent: true }),
    ]);
    expect(readFileSync(log, 'utf8')).toBe('acb');
  });

  test('keeps at most so many environments warm', async () => {
    const pids = (name: string) => functionFixture(dir, name, 'async () => process.pid');
    const pool = poolOf([pids('one'), pids('two')], { maxIdle: 1 });
    const first = answerOf(await pool.invoke('one', '{}'));
    await pool.invoke('two', '{}');
    expect(answerOf(await pool.invoke('one', '{}'))).not.toBe(first);
  });

  test('ends idle environments', async () => {
    const pool = poolOf([functionFixture(dir, 'idler', 'async () => process.pid')], { maxIdleMs: 40 });
    const pid = answerOf(await pool.invoke('idler', '{}')) as number;
    await until(() => (isAlive(pid) ? undefined : true));
  });

  test('rejects payloads over 6 MB, both ways', async () => {
    const pool = poolOf([functionFixture(dir, 'large', 'async (n) => "x".repeat(n)')]);
    expect(failureOf(await pool.invoke('large', JSON.stringify('x'.repeat(7e6))))).toBe(
      'RequestEntityTooLargeException',
    );
    expect(failureOf(await pool.invoke('large', '7000000'))).toBe('Function.ResponseSizeTooLarge');
  });

  test('writes the output of a function and a report to its log', async () => {
    const pool = poolOf([functionFixture(dir, 'talker', 'async () => { console.log("hello from inside"); }')]);
    await pool.invoke('talker', '{}', { requestId: 'r-7' });
    const file = join(dir, 'logs', 'talker.log');
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('START RequestId: r-7');
    expect(text).toContain('hello from inside');
    expect(text).toMatch(/REPORT RequestId: r-7 Duration: [\d.]+ ms/);
  });
});
