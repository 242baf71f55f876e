import type { Counts } from '../import.ts';
import type { AcceptedPlan } from '../plan.ts';
import type { Fate } from '../records/chunk-result.ts';
import { processedRecords } from '../records/partial-result.ts';
import { type FateStage, stageBegins } from './import-log.ts';
import { logLine, openingLines } from './log-text.ts';

/** The work of a stage's chunks before the import was cancelled. */
export interface Done {
  readonly stage: FateStage;
  readonly results: ReadonlyArray<Readonly<Record<Fate, number>> & { readonly startedAt: string }>;
}

/** The counts of a cancelled import; undefined until its records are counted. */
export function cancelledCounts(stages: readonly Done[], total: number | undefined): Counts | undefined {
  if (total === undefined) return undefined;
  const results = stages.flatMap((stage) => stage.results);
  const sum = (fate: Fate) => results.reduce((soFar, result) => soFar + result[fate], 0);
  const fates = { updated: sum('updated'), inserted: sum('inserted'), ignored: sum('ignored'), failed: sum('failed') };
  const unprocessed = total - processedRecords(fates);
  return { ...fates, total, ...(unprocessed > 0 && { unprocessed }) };
}

interface Cancellation {
  readonly stages: readonly Done[];
  readonly counts: Counts | undefined;
  readonly requestedAt: string;
  readonly endedAt: string;
  readonly resumedOver: string | undefined;
}

/** The whole log of a cancelled import. Failures are listed in the log of the resumed import. */
export function cancelledLog(plan: AcceptedPlan, cancellation: Cancellation): string {
  const { stages, counts, requestedAt, endedAt, resumedOver } = cancellation;
  const begun = stages.flatMap(({ stage, results }) => {
    const [first] = results.map(({ startedAt }) => startedAt).sort();
    return first === undefined ? [] : [logLine(first, stageBegins(stage))];
  });
  const left = counts
    ? `${counts.unprocessed ?? 0} of ${counts.total} records were not processed`
    : 'no customer was written';
  return [
    openingLines(plan, resumedOver),
    ...begun,
    logLine(requestedAt, 'Cancellation requested'),
    logLine(endedAt, `----- Import cancelled: ${left} -----`),
    'Resume the import to continue where it stopped.\n',
  ].join('');
}
