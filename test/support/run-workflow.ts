import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { type InputOf, STEP_INPUTS, type StepName } from '../../functions/imports/domain/workflow/payloads.ts';
import type { FinishPorts } from '../../functions/imports/use-cases/lifecycle/finish-import.ts';
import type { PlanPorts } from '../../functions/imports/use-cases/planning/plan-import.ts';
import type { PlanIndexPorts } from '../../functions/imports/use-cases/search-index/plan-index.ts';
import type { RoutePorts } from '../../functions/imports/use-cases/stages/choose-route.ts';
import type { FilePorts } from '../../functions/imports/use-cases/stages/plan-files.ts';
import { chooseRouteStep } from '../../functions/imports/use-cases/workflow/choose-route.ts';
import * as chunk from '../../functions/imports/use-cases/workflow/chunk-steps.ts';
import { cutStep } from '../../functions/imports/use-cases/workflow/cut.ts';
import { decodeStep } from '../../functions/imports/use-cases/workflow/decode.ts';
import { finishStep } from '../../functions/imports/use-cases/workflow/finish.ts';
import * as index from '../../functions/imports/use-cases/workflow/index-steps.ts';
import { planStep } from '../../functions/imports/use-cases/workflow/plan.ts';
import { planFilesStep } from '../../functions/imports/use-cases/workflow/plan-files.ts';
import { planWritesStep } from '../../functions/imports/use-cases/workflow/plan-writes.ts';
import { resolveScanStep } from '../../functions/imports/use-cases/workflow/resolve-scan.ts';
import type { CoordinatorServices } from '../../functions/imports/use-cases/workflow/services.ts';
import type { GenerationHeads, IndexWriter } from '../../functions/search/index.ts';
import { type Ids, timeOrderedIds } from '../../functions/shared/domain/ids.ts';
import { runDefinition } from './run-definition.ts';

/** The dependencies of the steps that write a search index. */
interface IndexPorts {
  readonly heads: GenerationHeads;
  readonly writer: IndexWriter;
}

/** The dependencies of a job that writes a search index. */
type JobPorts = IndexPorts &
  PlanIndexPorts &
  CoordinatorServices & { readonly customers: Pick<RoutePorts['customers'], 'readShard'> };

/** The dependencies of the steps up to the output files. */
type StagePorts = PlanPorts & RoutePorts & FilePorts & CoordinatorServices & IndexPorts & { readonly ids: Ids };
export type WorkflowPorts = Omit<StagePorts, 'ids'> & FinishPorts;
type Step<Ports = StagePorts> = (ports: Ports, input: unknown) => Promise<unknown>;

function step<Name extends StepName, Ports = StagePorts>(
  name: Name,
  run: (ports: Ports, input: InputOf<Name>) => Promise<unknown>,
): Step<Ports> {
  return (ports, input) => run(ports, STEP_INPUTS[name].parse(input));
}

/** All steps but the last, by the names that the definition gives their functions. */
const STEPS: Readonly<Record<string, Step>> = {
  Plan: step('plan', planStep),
  Decode: step('decode', decodeStep),
  Scan: inTurn(step('scan', chunk.scanStep)),
  ResolveScan: step('resolve-scan', resolveScanStep),
  SortRun: inTurn(step('sort-run', chunk.sortRunStep)),
  Cut: step('cut', cutStep),
  Merge: inTurn(step('merge', chunk.mergeStep)),
  ChooseRoute: step('choose-route', chooseRouteStep),
  BulkCopy: step('bulk-copy', chunk.bulkCopyStep),
  Differentiate: step('differentiate', chunk.differentiateStep),
  PlanWrites: step('plan-writes', planWritesStep),
  Insert: step('insert', chunk.insertStep),
  Update: step('update', chunk.updateStep),
  PlanFiles: step('plan-files', planFilesStep),
  Assemble: step('assemble', chunk.assembleStep),
};

/** The steps that write a search index, for an import and for a job. */
const INDEX_STEPS: Readonly<Record<string, Step<JobPorts>>> = {
  PlanIndex: step('plan-index', index.planIndexStep),
  ReadIndex: inTurn(step('read-index', index.readIndexStep)),
  CutIndex: step('cut-index', index.cutIndexStep),
  WriteIndex: inTurn(step('write-index', index.writeIndexStep)),
  FlipIndex: step('flip-index', index.flipIndexStep),
  CleanIndex: step('clean-index', index.cleanIndexStep),
};

/** The steps of the sort share memory within a process: like a Lambda environment, this one does one after the other. */
function inTurn<Ports>(run: Step<Ports>): Step<Ports> {
  let last: Promise<unknown> = Promise.resolve();
  return (ports, input) => {
    const next = last.then(() => run(ports, input));
    last = next.catch(() => {});
    return next;
  };
}

/** A Map promises no order: its chunks run one after the other, or all at once beginning with the last. */
export type ChunkOrder = 'in-turn' | 'at-once';

/** Runs the workflow of an import in this process. @throws what a step throws, unless it is the import's cancellation */
export function runWorkflow(ports: WorkflowPorts, input: WorkflowInput, order: ChunkOrder = 'in-turn'): Promise<void> {
  const services = { ...ports, ids: timeOrderedIds };
  const isInTurn = order === 'in-turn';
  const call = async (name: string, event: unknown) => {
    if (name === 'Finish') return finishStep(ports, STEP_INPUTS.finish.parse(event));
    const output = await callStep(services, name, event);
    return isInTurn ? output : lastFirst(output);
  };
  return runDefinition(input, call, isInTurn ? 1 : Number.POSITIVE_INFINITY);
}

/** Calls the step of a function in the definition, except `Finish`. */
export function callStep(ports: StagePorts, name: string, input: unknown): Promise<unknown> {
  const run = STEPS[name] ?? INDEX_STEPS[name];
  if (!run) throw new Error(`The definition names a function ${name} that has no step here.`);
  return run(ports, input);
}

/** Calls a step that writes a search index. */
export function callIndexStep(ports: JobPorts, name: string, input: unknown): Promise<unknown> {
  const run = INDEX_STEPS[name];
  if (!run) throw new Error(`The definition names a function ${name} that has no step here.`);
  return run(ports, input);
}

/** The arrays in the output of a step are the chunks of the next Map. */
function lastFirst(output: unknown): unknown {
  return JSON.parse(JSON.stringify(output ?? null, (_, value) => (Array.isArray(value) ? value.toReversed() : value)));
}
