import { log } from '../../shared/observability/logger.ts';
import type { Import, ImportOutcome } from '../domain/import.ts';
import { importKeys, workKeys } from '../domain/import-keys.ts';
import { countFates } from '../domain/import-log.ts';
import { addressOf, refusedLog, summaryText } from '../domain/log-text.ts';
import { type Plan, PlanSchema, type Refusal } from '../domain/plan.ts';
import type { WorkflowInput } from '../domain/workflow-input.ts';
import type { ObjectStore } from '../ports.ts';
import { completeFiles } from './complete-files.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';
import { findScanRefusal } from './find-scan-refusal.ts';
import type { ImportContext } from './import-context.ts';
import { readHistory } from './read-history.ts';
import { readResult } from './work-objects.ts';

export interface FinishPorts extends DispatchPorts {
  readonly store: ObjectStore;
}

type Ending = Omit<ImportOutcome, 'endedAt'>;

/** The workflow's last step: completes the files, ends the import, frees its CRM table and starts the next in the queue. */
export async function finishImport(ports: FinishPorts, { importId, prefix, fence }: WorkflowInput): Promise<void> {
  const found = await ports.imports.find(importId);
  if (!found) throw new Error(`Import ${importId} is not recorded`);
  // A retry finds the import ended by the call whose answer was lost; what is left then is to start the next.
  if (found.status === 'running' && found.fence === fence) await end(ports, found);
  await dispatchNext(ports, prefix);
}

async function end(ports: FinishPorts, running: Import): Promise<void> {
  const { importId, prefix } = running;
  const plan = await readResult(ports.store, workKeys(prefix, importId).plan, PlanSchema);
  const ending = await complete(ports.store, plan, running);
  const endedAt = ports.clock.now().toISOString();
  await ports.imports.end(running, { ...ending, endedAt });
  const durationMs = Date.parse(endedAt) - Date.parse(plan.startedAt);
  if (ending.refusal) log.warn('import.rejected', { importId, prefix, reason: ending.refusal.code });
  log.info('import.finished', { importId, prefix, status: ending.status, durationMs, ...ending.counts });
}

async function complete(store: ObjectStore, plan: Plan, running: Import): Promise<Ending> {
  const keys = importKeys(plan.prefix, plan.importId, plan.fileName);
  const reject = async (refusal: Refusal): Promise<Ending> => {
    const file = addressOf(running.source.bucket, running.source.key);
    await store.put(keys.log, refusedLog(plan.startedAt, file, refusal));
    return { status: 'rejected', refusal };
  };
  if (!plan.accepted) return reject(plan.refusal);
  const context = { store, plan, keys };
  const refusal = await findScanRefusal(context);
  return refusal ? reject(refusal) : completeResults(context);
}

async function completeResults(context: ImportContext): Promise<Ending> {
  const { store, plan, keys } = context;
  await completeFiles(context);
  const history = await readHistory(context);
  const counts = countFates(history);
  await store.put(keys.summary, summaryText(counts, addressOf(plan.source.bucket, keys.summary)));
  const warnings = history.stages.flatMap(({ results }) => results).reduce((sum, result) => sum + result.warnings, 0);
  return { status: counts.failed > 0 ? 'completed-with-failures' : 'completed', counts, warnings };
}
