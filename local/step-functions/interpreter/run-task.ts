import { type JsonValue, parseJson } from '../../json-value.ts';
import { functionFailed } from './errors.ts';
import { checkPayload, payloadText } from './payload.ts';
import type { Run } from './run.ts';

/** LambdaFunctionScheduled, LambdaFunctionStarted, LambdaFunctionSucceeded (or Failed, or TimedOut). */
const EVENTS_OF_AN_ATTEMPT = 3;

/** Invokes the Lambda function of a Task state once. */
export async function runTask(state: string, functionName: string, input: JsonValue, run: Run): Promise<JsonValue> {
  run.scope.assertRunning();
  run.scope.countEvents(EVENTS_OF_AN_ATTEMPT);
  const event = payloadText(input, `The input of state ${state}`);
  const outcome = await run.scope.whileRunning(run.invoke(functionName, event));
  if (!outcome.ok) throw functionFailed(outcome.failure);
  checkPayload(outcome.payload, `The result of state ${state}`);
  return parseJson(outcome.payload);
}
