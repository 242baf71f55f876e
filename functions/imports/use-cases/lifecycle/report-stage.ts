import type { Clock } from '../../../shared/domain/clock.ts';
import type { StageProgress } from '../../domain/import.ts';
import type { WorkflowInput } from '../../domain/lifecycle/workflow-input.ts';
import type { ImportRepository } from '../../ports.ts';

/** Records which stage begins. @throws StaleFence, which stops a workflow that has lost its CRM table */
export async function reportStage(
  { imports, clock }: { readonly imports: Pick<ImportRepository, 'reportProgress'>; readonly clock: Clock },
  { importId, fence }: WorkflowInput,
  progress: Omit<StageProgress, 'startedAt'>,
): Promise<void> {
  await imports.reportProgress(importId, fence, { ...progress, startedAt: clock.now().toISOString() });
}
