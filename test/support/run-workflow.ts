import { isReadAsItIs } from '../../functions/imports/domain/encoding/form.ts';
import type { PlannedStage, StageProgress } from '../../functions/imports/domain/import.ts';
import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { allParts } from '../../functions/imports/domain/output/output-files.ts';
import { type FinishPorts, finishImport } from '../../functions/imports/use-cases/lifecycle/finish-import.ts';
import { reportStage } from '../../functions/imports/use-cases/lifecycle/report-stage.ts';
import { decodeSource } from '../../functions/imports/use-cases/planning/decode-source.ts';
import { type PlanPorts, planImport } from '../../functions/imports/use-cases/planning/plan-import.ts';
import { cutRanges } from '../../functions/imports/use-cases/sort/cut-ranges.ts';
import { mergeRange } from '../../functions/imports/use-cases/sort/merge-range.ts';
import { resolveScan } from '../../functions/imports/use-cases/sort/resolve-scan.ts';
import { scanRange } from '../../functions/imports/use-cases/sort/scan-range.ts';
import { sortRun } from '../../functions/imports/use-cases/sort/sort-run.ts';
import { assemblePart } from '../../functions/imports/use-cases/stages/assemble-part.ts';
import { bulkCopy } from '../../functions/imports/use-cases/stages/bulk-copy.ts';
import { choosePath, type PathPorts } from '../../functions/imports/use-cases/stages/choose-path.ts';
import { differentiate } from '../../functions/imports/use-cases/stages/differentiate.ts';
import { insert } from '../../functions/imports/use-cases/stages/insert.ts';
import { planFiles } from '../../functions/imports/use-cases/stages/plan-files.ts';
import { planWrites, writeStages } from '../../functions/imports/use-cases/stages/plan-writes.ts';
import { countRanges, sortJob } from '../../functions/imports/use-cases/stages/stage-input.ts';
import { update } from '../../functions/imports/use-cases/stages/update.ts';
import {
  ImportCancelled,
  stopIfCancelled,
  unlessCancelled,
} from '../../functions/imports/use-cases/work/cancel-watch.ts';
import {
  type ImportContext,
  type OpenImport,
  openPlanned,
  openSource,
} from '../../functions/imports/use-cases/work/import-context.ts';
import { timeOrderedIds } from '../../functions/shared/domain/ids.ts';

export type WorkflowPorts = PlanPorts & PathPorts & FinishPorts;

/** Does the chunks of a Map state that lies behind the sort: one after the other unless said otherwise. */
type ChunkRunner = (count: number, run: (chunk: number) => Promise<unknown>) => Promise<void>;

const inTurn: ChunkRunner = async (count, run) => {
  for (let chunk = 0; chunk < count; chunk += 1) await run(chunk);
};

/** All at once, the last one first: a Map promises no order. The sort steps share memory in a process, so not those. */
export const atOnce: ChunkRunner = async (count, run) => {
  await Promise.all(Array.from({ length: count }, (_, chunk) => run(count - 1 - chunk)));
};

type ReportStage = (planned: PlannedStage['stage'] | Omit<StageProgress, 'startedAt'>) => Promise<void>;

/** Does in this process what the state machine has its steps do. */
export async function runWorkflow(
  ports: WorkflowPorts,
  input: WorkflowInput,
  eachChunk: ChunkRunner = inTurn,
): Promise<void> {
  try {
    const plan = await planImport(ports, input);
    if (plan.accepted) {
      const planned = await openPlanned(ports.store, input);
      const report: ReportStage = (planned) =>
        reportStage(ports, input, typeof planned === 'string' ? { stage: planned, chunks: 1 } : planned);
      if (await runDecode(planned, report)) {
        const context = await openSource(planned);
        await report('scan');
        if (await runSort(context)) await runStages(ports, context, report, eachChunk);
      }
    }
  } catch (error) {
    if (!(error instanceof ImportCancelled)) throw error;
    return finishImport(ports, input, { isCancelled: true });
  }
  await finishImport(ports, input);
}

/** @returns false when the file was refused */
async function runDecode(planned: ImportContext, report: ReportStage): Promise<boolean> {
  if (isReadAsItIs(planned.plan.layout)) return true;
  await report('decode');
  await stopIfCancelled(planned);
  return !('refusal' in (await decodeSource(planned, timeOrderedIds)));
}

/** @returns false when the file was refused */
async function runSort(context: OpenImport): Promise<boolean> {
  const job = sortJob(context);
  for (let range = 0; range < countRanges(context); range += 1) {
    await unlessCancelled(context, () => scanRange(job, range));
  }
  await stopIfCancelled(context);
  const resolved = await resolveScan(job);
  if ('refusal' in resolved) return false;
  for (const run of resolved.runs.keys()) await unlessCancelled(context, () => sortRun(job, run));
  await stopIfCancelled(context);
  const { ranges, generation } = await cutRanges(job);
  for (let range = 0; range < ranges; range += 1) {
    await unlessCancelled(context, () => mergeRange(job, { range, generation }));
  }
  return true;
}

async function runStages(
  ports: WorkflowPorts,
  context: OpenImport,
  report: ReportStage,
  eachChunk: ChunkRunner,
): Promise<void> {
  await stopIfCancelled(context);
  const { path, chunks, records } = await choosePath(ports, context, await cutRanges(sortJob(context)));
  await report({ stage: path, chunks: chunks.length, records });
  const stage = path === 'bulk-copy' ? bulkCopy : differentiate;
  await eachChunk(chunks.length, (chunk) => stage(ports, context, chunk));
  if (path === 'differentiate') {
    await stopIfCancelled(context);
    const { inserts, updates } = await planWrites(context);
    const stages = writeStages({ inserts, updates });
    await report({ ...stages.insert, next: [stages.update] });
    await eachChunk(inserts.length, (chunk) => insert(ports, context, chunk));
    await eachChunk(updates.length, (chunk) => update(ports, context, chunk));
  }
  await stopIfCancelled(context);
  const { files } = await planFiles(ports, context);
  await report('assemble');
  await eachChunk(allParts(files).length, (part) => assemblePart(context, part));
}
