import { describe, expect, test } from '@jest/globals';
import { StaleFence } from '../../../../functions/imports/ports.ts';
import { planStep } from '../../../../functions/imports/use-cases/workflow/plan.ts';
import { MemoryWorkflow } from '../../../support/memory-workflow.ts';

const FILE = 'Customer ID,Postcode\nA,SW1\nB,SW2\n';

describe('the plan step', () => {
  test('returns the byte ranges of a UTF-8 file, and reports that they are scanned next', async () => {
    const workflow = await MemoryWorkflow.of(FILE, { scanBytes: 5 });
    expect(await planStep(workflow.services, workflow.input)).toEqual({
      accepted: true,
      decode: false,
      chunks: [0, 1, 2],
    });
    expect(workflow.reports).toEqual([{ stage: 'scan', chunks: 3 }]);
  });

  test('returns that a file in another encoding is decoded next, since its ranges are unknown', async () => {
    const workflow = await MemoryWorkflow.of(Buffer.from(`\ufeff${FILE}`, 'utf16le'));
    expect(await planStep(workflow.services, workflow.input)).toEqual({ accepted: true, decode: true, chunks: [] });
    expect(workflow.reports).toEqual([{ stage: 'decode', chunks: 1 }]);
  });

  test('rejects a file without records, and reports no stage', async () => {
    const workflow = await MemoryWorkflow.of('');
    expect(await planStep(workflow.services, workflow.input)).toEqual({ accepted: false, decode: false, chunks: [] });
    expect(workflow.reports).toEqual([]);
  });

  test('returns the same result again after a lost answer', async () => {
    const workflow = await MemoryWorkflow.of(FILE);
    const first = await planStep(workflow.services, workflow.input);
    await workflow.store.put('uploads/VOUCIM/a.csv', '');
    expect(await planStep(workflow.services, workflow.input)).toEqual(first);
  });

  test('stops an import that has lost its CRM table', async () => {
    const workflow = await MemoryWorkflow.of(FILE);
    workflow.loseTable();
    await expect(planStep(workflow.services, workflow.input)).rejects.toThrow(StaleFence);
  });
});
