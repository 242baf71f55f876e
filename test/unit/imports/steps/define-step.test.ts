import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { defineStep } from '../../../../functions/imports/steps/define-step.ts';
import { ImportCancelled } from '../../../../functions/imports/use-cases/work/cancel-watch.ts';
import { Meter } from '../../../../functions/shared/metering/meter.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const INPUT = { importId: 'i-1', prefix: 'VOUCIM', fence: 3, chunk: 7 };

function fixture(run: () => Promise<unknown>) {
  const store = new MemoryObjectStore();
  const services = { store, meter: new Meter(), memoryMegabytes: 512 };
  const meters = async () => {
    const keys: string[] = [];
    for await (const { key } of store.list('work/VOUCIM/i-1/meter/')) keys.push(key);
    return keys;
  };
  return { handler: defineStep('update', services, run), meters };
}

describe('the handler of a step', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('returns the output of the step, and keeps what the invocation used', async () => {
    const { handler, meters } = fixture(async () => ({ chunks: [0] }));
    expect(await handler(INPUT)).toEqual({ chunks: [0] });
    expect(await meters()).toHaveLength(1);
  });

  test('fails with the name of an error and without its message, and keeps what the invocation used', async () => {
    const { handler, meters } = fixture(() => Promise.reject(new RangeError('quotes a customer')));
    await expect(handler(INPUT)).rejects.toMatchObject({
      name: 'RangeError',
      message: expect.not.stringContaining('quotes a customer'),
    });
    expect(lines.join('')).toContain('step.failed');
    expect(await meters()).toHaveLength(1);
  });

  test('logs a cancelled import, which its workflow expects, as no failure', async () => {
    const { handler } = fixture(() => Promise.reject(new ImportCancelled('Import i-1 was cancelled')));
    await expect(handler(INPUT)).rejects.toMatchObject({ name: 'ImportCancelled' });
    expect(lines.join('')).not.toContain('step.failed');
  });

  test('does not run a step on another input', async () => {
    const run = jest.fn(async () => ({}));
    const { handler } = fixture(run);
    await expect(handler({ ...INPUT, chunk: -1 })).rejects.toThrow();
    expect(run).not.toHaveBeenCalled();
  });
});
