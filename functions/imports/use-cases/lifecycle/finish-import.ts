import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import type { StepUsage } from '../../../shared/domain/step-usage.ts';
import { log } from '../../../shared/observability/logger.ts';
import { readResult } from '../../../shared/use-cases/work-objects.ts';
import type { MeteredCost } from '../../domain/cost/cost.ts';
import { addUp, shownCost } from '../../domain/cost/prices.ts';
import { AROUND_THE_STEPS } from '../../domain/cost/units.ts';
import type { Import, ImportOutcome } from '../../domain/import.ts';
import { importKeys, workKeys } from '../../domain/import-keys.ts';
import type { WorkflowInput } from '../../domain/lifecycle/workflow-input.ts';
import { allResults, beforeSplitOf, countFates } from '../../domain/output/import-log.ts';
import { addressOf, rejectedLog, summaryText } from '../../domain/output/log-text.ts';
import { type Plan, PlanSchema, type Rejection } from '../../domain/plan.ts';
import { countFailures, countWarnings } from '../../domain/warning.ts';
import type { TableCounts } from '../../ports.ts';
import { sumMeter } from '../cost/record-meter-sum.ts';
import { completeFiles } from '../stages/complete-files.ts';
import { readHistory } from '../stages/read-history.ts';
import type { ImportContext } from '../work/import-context.ts';
import { type DispatchPorts, dispatchNext } from './dispatch-next.ts';
import { endCancelled } from './end-cancelled.ts';
import { findScanRejection } from './find-scan-rejection.ts';

export interface FinishPorts extends DispatchPorts {
  readonly store: ObjectStore;
  /** The use of this invocation so far; absent without metering. */
  readonly usedSoFar?: () => StepUsage;
}

type Ending = Omit<ImportOutcome, 'endedAt'>;

interface Finish {
  /** A step found the import cancelled, and the workflow left out the rest. */
  readonly isCancelled: boolean;
}

/**
 * The last step of the workflow: completes the files, ends the import, frees its CRM table and dispatches the queue.
 */
export async function finishImport(
  ports: FinishPorts,
  { importId, prefix, fence }: WorkflowInput,
  finish: Finish = { isCancelled: false },
): Promise<void> {
  const found = await ports.imports.find(importId);
  if (!found) throw new Error(`Import ${importId} is not recorded`);
  // After a lost answer a retry finds the import ended; it only dispatches the queue.
  if (found.status === 'running' && found.fence === fence) await end(ports, found, finish);
  await dispatchNext(ports, prefix);
}

async function end(ports: FinishPorts, running: Import, finish: Finish): Promise<void> {
  const { importId, prefix, attempt } = running;
  const plan = await readResult(ports.store, workKeys(prefix, importId).plan, PlanSchema);
  const ending = await complete(ports, plan, running, finish);
  const endedAt = ports.clock.now().toISOString();
  const metered = await meter(ports, running, endedAt);
  const effects = { added: addedBy(plan, running, ending), isDryRun: plan.accepted && plan.options.dryRun };
  if ((await ports.imports.end(running, { ...ending, endedAt, metered }, effects)) === 'lost') {
    // Another call has ended the import meanwhile; its record stays.
    return log.warn('import.already-ended', { importId, prefix, attempt });
  }
  report(running, ending, Date.parse(endedAt) - Date.parse(plan.startedAt));
}

function report(
  { importId, prefix, attempt }: Import,
  { status, rejection, counts }: Ending,
  durationMs: number,
): void {
  if (rejection) log.warn('import.rejected', { importId, prefix, reason: rejection.code });
  if (status === 'cancelled') {
    log.info('import.cancelled', { importId, prefix, attempt, unprocessed: counts?.unprocessed });
  }
  log.info('import.finished', { importId, prefix, status, durationMs, ...counts });
}

async function meter(ports: FinishPorts, running: Import, endedAt: string): Promise<MeteredCost> {
  const used = await sumMeter(ports.store, running, ports.usedSoFar);
  const minutes = (Date.parse(endedAt) - Date.parse(running.startedAt ?? endedAt)) / 60_000;
  return shownCost(addUp(used, AROUND_THE_STEPS), minutes);
}

/** The import's contribution to the table's counters. A cancelled import counts when it is resumed and complete. */
function addedBy(plan: Plan, { estimate }: Import, { status, counts }: Ending): TableCounts | undefined {
  const isComplete = status === 'completed' || status === 'completed-with-failures';
  if (!plan.accepted || plan.options.dryRun || !isComplete || !counts || counts.inserted === 0) return undefined;
  return { customers: counts.inserted, itemBytes: estimate?.itemBytes ?? 0 };
}

async function complete(
  { store, clock }: FinishPorts,
  plan: Plan,
  running: Import,
  { isCancelled }: Finish,
): Promise<Ending> {
  const keys = importKeys(plan.prefix, plan.importId, plan.fileName);
  const reject = async (rejection: Rejection): Promise<Ending> => {
    const file = addressOf(running.source.bucket, running.source.key);
    await store.put(keys.log, rejectedLog(plan.startedAt, file, rejection));
    return { status: 'rejected', rejection };
  };
  if (!plan.accepted) return reject(plan.rejection);
  const context = { store, plan, keys, fence: running.fence };
  if (isCancelled) return endCancelled(context, running, clock.now().toISOString());
  const rejection = await findScanRejection(context);
  return rejection ? reject(rejection) : completeResults(context);
}

async function completeResults(context: ImportContext): Promise<Ending> {
  const { store, plan, keys } = context;
  await completeFiles(context);
  const history = await readHistory(context);
  const counts = countFates(history);
  await store.put(keys.summary, summaryText(counts, addressOf(plan.source.bucket, keys.summary)));
  const results = allResults(history);
  const failureCodes = countFailures(results);
  const warningCodes = countWarnings(history.warnings, results);
  const beforeSplitAt = beforeSplitOf(history);
  return {
    status: counts.failed > 0 ? 'completed-with-failures' : 'completed',
    counts,
    ...(plan.ignoredColumns && { ignoredColumns: plan.ignoredColumns }),
    warnings: results.reduce((sum, result) => sum + result.warnings, history.warnings.length),
    ...(failureCodes && { failureCodes }),
    ...(warningCodes && { warningCodes }),
    ...(beforeSplitAt > 0 && { beforeSplitAt }),
  };
}
