import { ExecutionTimeoutError } from 'aws-local-stepfunctions';
import { parseJson } from '../../json-value.ts';
import type { Workflow } from '../definition/compile.ts';
import type { Ending } from '../executions/execution-record.ts';
import { payloadText } from './payload.ts';
import type { Run } from './run.ts';
import { runWorkflow } from './run-workflow.ts';

/** ExecutionStarted and the event of its end. */
const EVENTS_OF_AN_EXECUTION = 2;

/** Runs one execution and returns its outcome; never throws. */
export async function execute(workflow: Workflow, input: string, run: Run): Promise<Ending> {
  run.scope.countEvents(EVENTS_OF_AN_EXECUTION);
  // The start counts as a transition.
  run.scope.countTransition();
  try {
    const output = await runWorkflow(workflow, parseJson(input), run);
    return { status: 'SUCCEEDED', output: payloadText(output, 'The output of the execution') };
  } catch (error) {
    if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT', error: 'States.Timeout' };
    return error instanceof Error
      ? { status: 'FAILED', error: error.name, cause: error.message }
      : { status: 'FAILED', error: 'States.Runtime', cause: String(error) };
  } finally {
    // Stops the items of Maps that still run.
    run.scope.stop();
  }
}
