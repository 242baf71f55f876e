import type { WorkflowInput } from '../../functions/imports/domain/lifecycle/workflow-input.ts';
import { ImportCancelled } from '../../functions/imports/use-cases/work/cancel-watch.ts';
import { importDefinition } from '../../infra/constructs/import-definition.ts';
import { compile } from '../../local/step-functions/definition/compile.ts';
import { DefinitionSchema } from '../../local/step-functions/definition/definition.ts';
import type { InvokeFunction } from '../../local/step-functions/interpreter/run.ts';
import { runWorkflow } from '../../local/step-functions/interpreter/run-workflow.ts';
import { Scope } from '../../local/step-functions/interpreter/scope.ts';

/** Each function has the name of its placeholder: `${SortRunFunctionArn}` is `SortRun`. */
const FUNCTION_ARN = 'arn:aws:lambda:eu-west-1:000000000000:function:$1';
const DEFINITION = JSON.stringify(importDefinition({ mapConcurrency: 40, writeStepTimeoutSeconds: 240 })).replaceAll(
  /\$\{(\w+)FunctionArn\}/g,
  FUNCTION_ARN,
);
const WORKFLOW = compile(DefinitionSchema.parse(JSON.parse(DEFINITION)));
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
export async function runDefinition(input: WorkflowInput, call: CallStep, maxParallelItems: number): Promise<void> {
  const scope = new Scope();
  const invoke: InvokeFunction = async (name, event) => {
    try {
      return { ok: true, payload: JSON.stringify((await call(name, JSON.parse(event))) ?? null) };
    } catch (error) {
      if (!(error instanceof ImportCancelled)) scope.fail(error instanceof Error ? error : new Error(String(error)));
      return { ok: false, failure: { errorType: ImportCancelled.name, errorMessage: '' } };
    }
  };
  await runWorkflow(WORKFLOW, { ...input }, { scope, context: CONTEXT, invoke, maxParallelItems, record: () => {} });
}
