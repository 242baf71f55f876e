import { expect, test } from '@jest/globals';
import { openPlanned } from '../../../../functions/imports/use-cases/work/import-context.ts';
import { planStep } from '../../../../functions/imports/use-cases/workflow/plan.ts';
import { MemoryWorkflow } from '../../../support/memory-workflow.ts';

test('an import is opened with its own plan, whichever import the process has opened before', async () => {
  const one = await MemoryWorkflow.of('Customer ID\nA\n', { writeRows: 1 });
  const other = await MemoryWorkflow.of('Customer ID\nA\n', { writeRows: 2 });
  for (const { services, input } of [one, other]) await planStep(services, input);
  for (const [{ store, input }, writeRows] of [
    [one, 1],
    [other, 2],
    [one, 1],
  ] as const) {
    expect((await openPlanned(store, input)).plan.limits.writeRows).toBe(writeRows);
  }
});

test('an import without a plan is not opened', async () => {
  const { store, input } = await MemoryWorkflow.of('Customer ID\nA\n');
  await expect(openPlanned(store, input)).rejects.toThrow('an earlier step has not finished');
});
