import { expect, test } from '@jest/globals';
import type { FinishInput } from '../../../../functions/imports/domain/workflow/payloads.ts';
import { finishStep } from '../../../../functions/imports/use-cases/workflow/finish.ts';
import { MemoryWorkflow } from '../../../support/memory-workflow.ts';

const FILE = 'Customer ID,Postcode\nA,SW1\nB,much too long\n';

test('the finish step ends the import with its counts', async () => {
  const workflow = await MemoryWorkflow.of(FILE);
  await finishStep(workflow.services, await workflow.runUpTo<FinishInput>('Finish'));
  expect(workflow.outcome).toMatchObject({
    status: 'completed-with-failures',
    counts: { updated: 0, inserted: 1, ignored: 0, failed: 1, total: 2 },
  });
});

test('the finish step ends a rejected file as rejected', async () => {
  const workflow = await MemoryWorkflow.of('');
  await finishStep(workflow.services, await workflow.runUpTo<FinishInput>('Finish'));
  expect(workflow.outcome).toMatchObject({ status: 'rejected', rejection: { code: 'file.empty' } });
});

test('the finish step ends an import as cancelled when the workflow comes to it from a step that found it so', async () => {
  const workflow = await MemoryWorkflow.of(FILE);
  await workflow.runUpTo('ResolveScan');
  await workflow.cancel();
  const input = await workflow.runUpTo<FinishInput>('Finish');
  expect(input.cancelled).toMatchObject({ Error: 'ImportCancelled' });
  await finishStep(workflow.services, input);
  expect(workflow.outcome).toMatchObject({ status: 'cancelled' });
});
