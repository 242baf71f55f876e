import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { ImportSuperseded } from '../../../../functions/customers/index.ts';
import type { ChunkInput } from '../../../../functions/imports/domain/workflow/payloads.ts';
import { assembleStep, updateStep } from '../../../../functions/imports/use-cases/workflow/chunk-steps.ts';
import { log } from '../../../../functions/shared/observability/logger.ts';
import { MemoryWorkflow } from '../../../support/memory-workflow.ts';
import { callStep } from '../../../support/run-workflow.ts';

const FILE = 'Customer ID,Postcode\nA,SW1\nB,SW2\n';
const STORED = { version: 1, importId: undefined, deletedAt: undefined, values: {} };

async function started(hasCustomers: boolean): Promise<MemoryWorkflow> {
  const workflow = await MemoryWorkflow.of(FILE);
  if (hasCustomers) workflow.customers.rows.set('A', STORED);
  return workflow;
}

/** The function of each step, the place of its result, and whether the CRM table has customers. */
const STEPS: readonly [name: string, key: string, hasCustomers: boolean, result: object][] = [
  ['Scan', 'scan/0.json', false, expect.any(Array)],
  ['SortRun', 'run/0.json', false, { records: 2 }],
  ['Merge', 'merge/0.0', false, expect.any(Object)],
  ['BulkCopy', 'bulk-copy/0.json', false, { records: 2, inserted: 2 }],
  ['Differentiate', 'differentiate/0.json', true, { records: 2 }],
  ['Insert', 'insert/0.json', true, { records: 1, inserted: 1 }],
  ['Update', 'update/0.json', true, { records: 1, updated: 1 }],
];

describe('the step of a chunk', () => {
  test.each(STEPS)('%s keeps the result and returns nothing', async (name, key, hasCustomers, result) => {
    const workflow = await started(hasCustomers);
    const input = await workflow.runUpTo<ChunkInput>(name);
    expect(await callStep(workflow.services, name, input)).toEqual({});
    const kept = await workflow.result(key);
    if (Array.isArray(kept)) expect(kept).toEqual(result);
    else expect(kept).toMatchObject(result);
  });

  test.each(STEPS)('%s leaves the chunk of a cancelled import without a result', async (name, key, hasCustomers) => {
    const workflow = await started(hasCustomers);
    const input = await workflow.runUpTo(name);
    await workflow.cancel();
    const { writes } = workflow.customers;
    expect(await callStep(workflow.services, name, input)).toEqual({});
    expect(await workflow.result(key)).toBeUndefined();
    expect(workflow.customers.writes).toBe(writes);
  });

  test('assemble writes one part of a result file', async () => {
    const workflow = await started(false);
    const input = await workflow.runUpTo<ChunkInput>('Assemble');
    expect(await assembleStep(workflow.services, input)).toEqual({});
    expect(await workflow.result('assemble-0/0.json')).toEqual({ etag: '' });
  });
});

describe('a step that writes customers', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function failingWith(error: Error) {
    const workflow = await started(true);
    const input = await workflow.runUpTo<ChunkInput>('Update');
    workflow.customers.interfere = () => {
      throw error;
    };
    return { workflow, input, run: () => updateStep(workflow.services, input) };
  }

  test('ends without an error when its import was superseded, so that the workflow does not retry it', async () => {
    const warn = jest.spyOn(log, 'warn').mockImplementation(() => {});
    const { workflow, input, run } = await failingWith(new ImportSuperseded({ importId: 'X', fence: 3 }));
    expect(await run()).toEqual({});
    expect(warn.mock.calls).toEqual([['step.superseded', { step: 'update', ...input, prefix: undefined }]]);
    expect(await workflow.result('update/0.json')).toBeUndefined();
  });

  test('fails with any other error, which the workflow retries', async () => {
    const { run } = await failingWith(new RangeError('no connection'));
    await expect(run()).rejects.toThrow(RangeError);
  });
});
