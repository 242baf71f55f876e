import { isPlainUtf8 } from '../../domain/encoding/file-encoding.ts';
import type { PlanOutput, StepInput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { type PlanPorts, planImport } from '../planning/plan-import.ts';
import { countRanges } from '../stages/stage-input.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Plans the import; a file that is plain UTF-8 can be scanned next. */
export async function planStep(services: CoordinatorServices & PlanPorts, input: StepInput): Promise<PlanOutput> {
  const plan = await planImport(services, input);
  if (!plan.accepted) return { accepted: false, decode: false, chunks: [] };
  if (!isPlainUtf8(plan.layout)) {
    await reportStage(services, input, { stage: 'decode', chunks: 1 });
    return { accepted: true, decode: true, chunks: [] };
  }
  const chunks = chunkNumbers(countRanges({ plan, source: plan.source }));
  await reportStage(services, input, { stage: 'scan', chunks: chunks.length });
  return { accepted: true, decode: false, chunks };
}
