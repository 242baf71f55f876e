import type { Counts, Stage } from '../import.ts';
import type { FailureFile, ImportKeys } from '../import-keys.ts';
import type { AcceptedPlan } from '../plan.ts';
import { CHANGES_HEADER } from '../records/change-lines.ts';
import type { ChunkResult, FragmentKind } from '../records/chunk-result.ts';
import { PROBLEMS_HEADER } from '../records/problem-line.ts';
import { countFailures, countWarnings, fileWarningLines, type ImportWarning } from '../warning.ts';
import { commonFailure } from './common-failure.ts';
import { addressOf, closingLine, logLine, openingLines, warningsLine } from './log-text.ts';
import type { FilePiece } from './output-files.ts';
import { type CsvFragment, reportFile } from './report-file.ts';

/** The stages that decide the fates of records, in order. Which of them run depends on the import's route. */
export const FATE_STAGES = ['bulk-copy', 'differentiate', 'insert', 'update'] as const satisfies readonly Stage[];
export type FateStage = (typeof FATE_STAGES)[number];

export interface StageResults {
  readonly stage: FateStage;
  readonly results: readonly ChunkResult[];
}

/** The results of an import, from its first stage to the last that wrote customers. */
export interface ImportHistory {
  readonly plan: AcceptedPlan;
  readonly keys: ImportKeys;
  readonly sorting: { readonly startedAt: string; readonly endedAt: string; readonly records: number };
  readonly stages: readonly StageResults[];
  /** The warnings about the file as a whole; those of records are in the results of the chunks. */
  readonly warnings: readonly ImportWarning[];
}

export const allResults = ({ stages }: Pick<ImportHistory, 'stages'>): ChunkResult[] =>
  stages.flatMap(({ results }) => results);

const STAGE_NAMES: Record<
  FateStage,
  { readonly begins: string; readonly ended: string; readonly failures: FailureFile }
> = {
  'bulk-copy': { begins: 'Bulk copying ...', ended: 'Bulk copied ...', failures: 'BulkCopy' },
  differentiate: { begins: 'Differentiating ...', ended: 'Differentiated ...', failures: 'Differentiate' },
  insert: { begins: 'Inserting ...', ended: 'Inserted ...', failures: 'DifferentiateBulkCopy' },
  update: { begins: 'Updating ...', ended: 'Updated ...', failures: 'DifferentiateUpdate' },
};

export const stageBegins = (stage: FateStage): string => STAGE_NAMES[stage].begins;

export const failureFileOf = (stage: FateStage): FailureFile => STAGE_NAMES[stage].failures;

export function countFates({ sorting, ...history }: ImportHistory): Counts {
  const all = allResults(history);
  const sum = (fate: 'updated' | 'inserted' | 'ignored' | 'failed') =>
    all.reduce((total, result) => total + result[fate], 0);
  const counts = { updated: sum('updated'), inserted: sum('inserted'), ignored: sum('ignored'), failed: sum('failed') };
  const total = counts.updated + counts.inserted + counts.ignored + counts.failed;
  if (total !== sorting.records) {
    throw new Error(`The fates of ${total} records are known, and the file has ${sorting.records}`);
  }
  return { ...counts, total };
}

function fragments({ keys }: ImportHistory, { stage, results }: StageResults, kind: FragmentKind): CsvFragment[] {
  return results.flatMap(({ fragments }, chunk) => {
    const fragment = fragments[kind];
    if (!fragment) return [];
    const { suffix, bytes, nonAscii = false } = fragment;
    return [{ key: keys.work(stage, chunk, suffix), bytes, nonAscii }];
  });
}

/** The bytes of `before.jsonl` that come before those of the update stage. */
export function beforeSplitOf(history: ImportHistory): number {
  const inserting = history.stages.filter(({ stage }) => stage === 'insert');
  const found = inserting.flatMap((stage) => fragments(history, stage, 'before'));
  return found.reduce((sum, { bytes }) => sum + bytes, 0);
}

const pieces = (found: readonly CsvFragment[]): FilePiece[] => found.map(({ key, bytes }) => ({ key, bytes }));

/**
 * The pieces of an import's output files, without files that would be empty.
 * @param resumedOver the newer import over which this one was resumed
 */
export function filePieces(
  history: ImportHistory,
  resumedOver: string | undefined,
): Array<{ readonly key: string; readonly pieces: readonly FilePiece[] }> {
  const { keys, plan, stages } = history;
  // With the byte-order mark and the header row, a failure file can be uploaded again unchanged.
  const header = plan.layout.dataStart > 0 ? [{ sourceBytes: plan.layout.dataStart }] : [];
  const of = (kind: FragmentKind) => stages.flatMap((stage) => fragments(history, stage, kind));
  const { orderedBytes } = plan.limits;
  const opening = fileWarningLines(history.warnings, plan.fileName);
  const reports = [
    { key: keys.failures, header: PROBLEMS_HEADER, fragments: of('csv') },
    { key: keys.warnings, header: PROBLEMS_HEADER, opening, fragments: of('warnings') },
    { key: keys.changes, header: CHANGES_HEADER, fragments: of('changes') },
  ];
  const before = of('before');
  const failed = stages.map((stage) => ({
    key: keys.failed[failureFileOf(stage.stage)],
    pieces: pieces(fragments(history, stage, 'failed')),
  }));
  const withHeader = failed
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ key, pieces }) => ({ key, pieces: [...header, ...pieces] }));
  return [
    { key: keys.log, pieces: logPieces(history, resumedOver) },
    ...reports.flatMap((report) => reportFile(report, orderedBytes)),
    ...(before.length > 0 ? [{ key: keys.before, pieces: pieces(before) }] : []),
    ...withHeader,
    ...(stages.some(({ stage }) => stage === 'differentiate')
      ? [
          { key: keys.insert, pieces: pieces(of('insert')) },
          { key: keys.update, pieces: pieces(of('update')) },
        ]
      : []),
  ];
}

function logPieces(history: ImportHistory, resumedOver: string | undefined): FilePiece[] {
  const { plan, sorting, stages } = history;
  const { failed, total } = countFates(history);
  const withResults = stages.filter(({ results }) => results.length > 0);
  const endedAt = withResults
    .at(-1)
    ?.results.reduce((latest, result) => (result.endedAt > latest ? result.endedAt : latest), '');
  const opening =
    openingLines(plan, resumedOver) +
    logLine(sorting.startedAt, 'Sorting ...') +
    logLine(sorting.endedAt, `Sorted ... ${sorting.records} records`);
  const common = commonFailure(countFates(history), countFailures(allResults(history)));
  return [
    { text: (common === undefined ? '' : logLine(sorting.startedAt, common)) + opening },
    ...withResults.flatMap((stage) => stageLog(history, stage)),
    { text: warningsLog(history, endedAt ?? sorting.endedAt) + closingLine(endedAt ?? sorting.endedAt, failed, total) },
  ];
}

/** The log's line about the warnings; empty without warnings. */
function warningsLog(history: ImportHistory, at: string): string {
  const { plan, keys, warnings } = history;
  const codes = countWarnings(warnings, allResults(history));
  return codes ? warningsLine(at, codes, addressOf(plan.source.bucket, keys.warnings)) : '';
}

function stageLog(history: ImportHistory, stage: StageResults): FilePiece[] {
  const starts = stage.results.map(({ startedAt }) => startedAt).sort();
  const ends = stage.results.map(({ endedAt }) => endedAt).sort();
  const { begins, ended } = STAGE_NAMES[stage.stage];
  return [
    { text: logLine(starts[0] ?? '', begins) },
    ...pieces(fragments(history, stage, 'log')),
    { text: logLine(ends.at(-1) ?? '', ended) },
  ];
}
