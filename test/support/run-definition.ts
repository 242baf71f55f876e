import type { ExportInput } from '../../functions/exports/domain/export.ts';
import { ExportCancelled } from '../../functions/exports/use-cases/open-export.ts';
import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { ImportCancelled } from '../../functions/imports/use-cases/work/cancel-watch.ts';
import { workflowDefinition } from '../../infra/constructs/workflow-definition.ts';
import { compile } from '../../local/step-functions/definition/compile.ts';
import { DefinitionSchema } from '../../local/step-functions/definition/definition.ts';
import type { InvokeFunction } from '../../local/step-functions/interpreter/run.ts';
import { runWorkflow } from '../../local/step-functions/interpreter/run-workflow.ts';
import { Scope } from '../../local/step-functions/interpreter/scope.ts';

/** Each function has the name of its placeholder: `${SortRunFunctionArn}` is `SortRun`. */
const FUNCTION_ARN = 'arn:aws:lambda:eu-west-1:000000000000:function:$1';
const SETTINGS = { mapConcurrency: 40, writeStepTimeoutSeconds: 240 };

function compiled(definition: unknown) {
  const text = JSON.stringify(definition).replaceAll(/\$\{(\w+)FunctionArn\}/g, FUNCTION_ARN);
  return compile(DefinitionSchema.parse(JSON.parse(text)));
}

const WORKFLOW = compiled(workflowDefinition('import', SETTINGS));
const INDEX_WORKFLOW = compiled(workflowDefinition('search-index', SETTINGS));
const EXPORT_WORKFLOW = compiled(workflowDefinition('export', SETTINGS));
const CONTEXT = {
  Execution: { Id: 'execution', Name: 'execution' },
  StateMachine: { Id: 'import', Name: 'import' },
};

/** Runs a step; `name` is its name in the definition, e.g. `SortRun`. */
export type CallStep = (name: string, input: unknown) => Promise<unknown>;

/**
 * Runs `statemachines/import.asl.json` with the interpreter of the embedded cloud, the steps being called in this process.
 * A cancellation takes the way of the definition. Any other error ends the run at once, without a retry.
 * @throws the error of the step
 */
export function runDefinition(input: WorkflowInput, call: CallStep, maxParallelItems: number): Promise<void> {
  return run(WORKFLOW, input, call, maxParallelItems);
}

/** Runs `statemachines/search-index.asl.json` in the same way. */
export function runIndexDefinition(input: WorkflowInput, call: CallStep, maxParallelItems: number): Promise<void> {
  return run(INDEX_WORKFLOW, input, call, maxParallelItems);
}

/** Runs `statemachines/export.asl.json` in the same way. */
export function runExportDefinition(input: ExportInput, call: CallStep): Promise<void> {
  return run(EXPORT_WORKFLOW, input, call, 1);
}

async function run(workflow: typeof WORKFLOW, input: object, call: CallStep, maxParallelItems: number): Promise<void> {
  const scope = new Scope();
  const invoke: InvokeFunction = async (name, event) => {
    try {
      return { ok: true, payload: JSON.stringify((await call(name, JSON.parse(event))) ?? null) };
    } catch (error) {
      const isCancelled = error instanceof ImportCancelled || error instanceof ExportCancelled;
      if (!isCancelled) scope.fail(error instanceof Error ? error : new Error(String(error)));
      const errorType = isCancelled ? error.name : 'Error';
      return { ok: false, failure: { errorType, errorMessage: '' } };
    }
  };
  await runWorkflow(workflow, { ...input }, { scope, context: CONTEXT, invoke, maxParallelItems, record: () => {} });
}
