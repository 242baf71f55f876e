import { describe, expect, test } from '@jest/globals';
import type { RouteInput, StepInput } from '../../../../functions/imports/domain/workflow/payloads.ts';
import { ImportCancelled } from '../../../../functions/imports/use-cases/work/cancel-watch.ts';
import { chooseRouteStep } from '../../../../functions/imports/use-cases/workflow/choose-route.ts';
import { cutStep } from '../../../../functions/imports/use-cases/workflow/cut.ts';
import { decodeStep } from '../../../../functions/imports/use-cases/workflow/decode.ts';
import { planFilesStep } from '../../../../functions/imports/use-cases/workflow/plan-files.ts';
import { planWritesStep } from '../../../../functions/imports/use-cases/workflow/plan-writes.ts';
import { resolveScanStep } from '../../../../functions/imports/use-cases/workflow/resolve-scan.ts';
import { MemoryWorkflow } from '../../../support/memory-workflow.ts';
import { callStep } from '../../../support/run-workflow.ts';

const HEADER = 'Customer ID,Postcode\n';
const FILE = `${HEADER}A,SW1\nB,SW2\nC,SW3\n`;
/** `\ufeff` gives the encoding. */
const UTF_16 = Buffer.from(`\ufeff${FILE}`, 'utf16le');

function store(workflow: MemoryWorkflow, ...customerIds: readonly string[]): void {
  for (const id of customerIds) {
    workflow.customers.rows.set(id, { version: 1, importId: undefined, deletedAt: undefined, values: {} });
  }
}

describe('the decode step', () => {
  test('returns the byte ranges of the UTF-8 form', async () => {
    const workflow = await MemoryWorkflow.of(UTF_16, { scanBytes: 10 });
    const input = await workflow.runUpTo<StepInput>('Decode');
    expect(await decodeStep(workflow.services, input)).toEqual({ accepted: true, chunks: [0, 1] });
    expect(workflow.reports).toEqual([{ stage: 'scan', chunks: 2 }]);
  });

  test('rejects a file that is too large when it is decoded', async () => {
    const workflow = await MemoryWorkflow.of(UTF_16, { unpackedBytes: 20 });
    const input = await workflow.runUpTo<StepInput>('Decode');
    expect(await decodeStep(workflow.services, input)).toEqual({ accepted: false, chunks: [] });
    expect(workflow.reports).toEqual([]);
  });
});

describe('the resolve-scan step', () => {
  test('returns the runs to sort, and reports how many records they hold', async () => {
    const workflow = await MemoryWorkflow.of(FILE, { scanBytes: 6 });
    const input = await workflow.runUpTo<StepInput>('ResolveScan');
    expect(await resolveScanStep(workflow.services, input)).toEqual({ accepted: true, chunks: [0, 1, 2] });
    expect(workflow.reports).toEqual([{ stage: 'run', chunks: 3, records: 3 }]);
  });

  test('rejects a file with a quote that never closes', async () => {
    const workflow = await MemoryWorkflow.of(`${HEADER}A,"SW1\n`);
    const input = await workflow.runUpTo<StepInput>('ResolveScan');
    expect(await resolveScanStep(workflow.services, input)).toEqual({ accepted: false, chunks: [] });
    expect(workflow.reports).toEqual([]);
  });
});

test('the cut step returns the ranges to merge and the generation of their upload', async () => {
  const workflow = await MemoryWorkflow.of(FILE);
  const input = await workflow.runUpTo<StepInput>('Cut');
  expect(await cutStep(workflow.services, input)).toEqual({ ranges: 1, generation: 0, chunks: [0] });
  expect(workflow.reports).toEqual([{ stage: 'merge', chunks: 1 }]);
});

describe('the choose-route step', () => {
  test('chooses bulk copy for an empty CRM table', async () => {
    const workflow = await MemoryWorkflow.of(FILE, { writeRows: 2, blockBytes: 1 });
    const input = await workflow.runUpTo<RouteInput>('ChooseRoute');
    expect(await chooseRouteStep(workflow.services, input)).toEqual({
      route: 'bulk-copy',
      chunks: [0, 1],
      index: false,
    });
    expect(workflow.reports).toEqual([{ stage: 'bulk-copy', chunks: 2, records: 3 }]);
  });

  test('chooses differentiate for a CRM table with customers', async () => {
    const workflow = await MemoryWorkflow.of(FILE);
    store(workflow, 'Z');
    const input = await workflow.runUpTo<RouteInput>('ChooseRoute');
    expect(await chooseRouteStep(workflow.services, input)).toEqual({
      route: 'differentiate',
      chunks: [0],
      index: false,
    });
    expect(workflow.reports).toEqual([{ stage: 'differentiate', chunks: 1, records: 3 }]);
  });
});

test('the plan-writes step returns the chunks of inserts and updates, and reports both stages', async () => {
  const workflow = await MemoryWorkflow.of(FILE, { writeRows: 1 });
  store(workflow, 'A');
  const input = await workflow.runUpTo<StepInput>('PlanWrites');
  expect(await planWritesStep(workflow.services, input)).toEqual({ inserts: [0, 1], updates: [0], index: false });
  expect(workflow.reports).toEqual([
    { stage: 'insert', chunks: 2, records: 2, next: [{ stage: 'update', chunks: 1, records: 1 }] },
  ]);
});

test('the plan-files step returns the parts of the result files', async () => {
  const workflow = await MemoryWorkflow.of(FILE);
  const input = await workflow.runUpTo<StepInput>('PlanFiles');
  const { chunks } = await planFilesStep(workflow.services, input);
  expect(chunks.length).toBeGreaterThan(0);
  expect(chunks).toEqual(Array.from(chunks.keys()));
  expect(workflow.reports).toEqual([{ stage: 'assemble', chunks: chunks.length }]);
});

test.each([
  ['Decode', UTF_16],
  ['ResolveScan', FILE],
  ['Cut', FILE],
  ['ChooseRoute', FILE],
  ['PlanWrites', FILE],
  ['PlanFiles', FILE],
])('%s ends the workflow of a cancelled import before it does anything', async (name, file) => {
  const workflow = await MemoryWorkflow.of(file);
  store(workflow, 'A');
  const input = await workflow.runUpTo(name);
  await workflow.cancel();
  const before = await keysIn(workflow);
  await expect(callStep(workflow.services, name, input)).rejects.toThrow(ImportCancelled);
  expect(workflow.reports).toEqual([]);
  expect(await keysIn(workflow)).toEqual(before);
});

async function keysIn({ store: objects }: MemoryWorkflow): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list('')) keys.push(key);
  return keys;
}
