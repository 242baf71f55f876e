import { coordinatorContainer } from '../container.ts';
import { defineStep } from '../define-step.ts';
import { countRows } from '../domain/write-plan.ts';
import { openUncancelled } from '../use-cases/cancel-watch.ts';
import { chunkNumbers } from '../use-cases/import-context.ts';
import { planWrites } from '../use-cases/plan-writes.ts';
import { reportStage } from '../use-cases/report-stage.ts';
import { StepInputSchema, type WritesOutput } from './payloads.ts';

const services = coordinatorContainer();

export const handler = defineStep('plan-writes', services, StepInputSchema, async (input): Promise<WritesOutput> => {
  const { inserts, updates } = await planWrites(await openUncancelled(services.store, input));
  const next =
    inserts.length > 0 ? { stage: 'insert' as const, of: inserts } : { stage: 'update' as const, of: updates };
  await reportStage(services, input, { stage: next.stage, chunks: next.of.length, records: countRows(next.of) });
  return { inserts: chunkNumbers(inserts.length), updates: chunkNumbers(updates.length) };
});
