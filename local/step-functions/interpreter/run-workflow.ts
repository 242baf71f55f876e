import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import type { JsonValue } from '../../json-value.ts';
import type { Workflow } from '../definition/compile.ts';
import type { Run } from './run.ts';
import { runMap } from './run-map.ts';
import { runTask } from './run-task.ts';
import { watchEvents } from './watch-events.ts';

/**
 * Runs a workflow from its first state to its end, in the scope of `run`.
 * @throws the error that ended it: the StateError of a failed state, or the interpreter's ExecutionAbortedError or
 *   ExecutionTimeoutError
 */
export async function runWorkflow(workflow: Workflow, input: JsonValue, run: Run): Promise<JsonValue> {
  run.scope.assertRunning();
  const machine = new StateMachine(workflow.definition, { validationOptions: { noValidate: true } });
  const running = machine.run(input, {
    context: { ...run.context },
    overrides: { taskResourceLocalHandlers: handlersOf(workflow, run) },
  });
  const forget = run.scope.onStop(running.abort);
  const watching = watchEvents(running.eventLogs, workflow, run);
  let result: JsonValue;
  try {
    result = await running.result;
  } catch (error) {
    throw run.scope.failure ?? (error instanceof ExecutionError ? error.cause : error);
  } finally {
    forget();
    await watching;
  }
  if (run.scope.failure !== undefined) throw run.scope.failure;
  return result;
}

function handlersOf(workflow: Workflow, run: Run) {
  const tasks = [...workflow.tasks].map(
    ([state, functionName]) => [state, (input: JsonValue) => runTask(state, functionName, input, run)] as const,
  );
  const maps = [...workflow.maps].map(
    ([state, map]) => [state, (input: JsonValue) => runMap(state, map, input, run, runWorkflow)] as const,
  );
  return Object.fromEntries([...tasks, ...maps]);
}
