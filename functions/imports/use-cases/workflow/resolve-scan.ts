import type { AcceptanceOutput, StepInput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { resolveScan } from '../sort/resolve-scan.ts';
import { sortJob } from '../stages/stage-input.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Joins the scans of all ranges; the output is the runs to sort. @throws ImportCancelled */
export async function resolveScanStep(services: CoordinatorServices, input: StepInput): Promise<AcceptanceOutput> {
  const resolved = await resolveScan(sortJob(await openUncancelled(services.store, input)));
  if ('rejection' in resolved) return { accepted: false, chunks: [] };
  const chunks = chunkNumbers(resolved.runs.length);
  await reportStage(services, input, { stage: 'run', chunks: chunks.length, records: resolved.records });
  return { accepted: true, chunks };
}
