import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ImportSuperseded } from '../../../../functions/customers/index.ts';
import { defineChunkStep } from '../../../../functions/imports/steps/define-step.ts';
import { Meter } from '../../../../functions/shared/metering/meter.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const INPUT = { importId: 'i-1', prefix: 'VOUCIM', fence: 3, chunk: 7 };

const handlerOf = (run: () => Promise<unknown>) =>
  defineChunkStep('update', { store: new MemoryObjectStore(), meter: new Meter(), memoryMegabytes: 512 }, run);

describe('the step of a chunk', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('ends without an error when its import was superseded, so that the workflow does not retry it', async () => {
    const handler = handlerOf(() => Promise.reject(new ImportSuperseded(INPUT)));
    await expect(handler(INPUT)).resolves.toEqual({});
    expect(lines.join('')).not.toContain('step.failed');
  });

  test('fails with the name of any other error, which the workflow retries', async () => {
    const handler = handlerOf(() => Promise.reject(new RangeError('quotes a customer')));
    await expect(handler(INPUT)).rejects.toMatchObject({ name: 'RangeError' });
    expect(lines.join('')).toContain('step.failed');
  });
});
