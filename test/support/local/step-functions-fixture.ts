import { join } from 'node:path';
import type { BusEvent } from '../../../local/events/bus-event.ts';
import type { Outcome } from '../../../local/functions/types.ts';
import type { JsonValue } from '../../../local/json-value.ts';
import { type Definition, DefinitionSchema } from '../../../local/step-functions/definition/definition.ts';
import type { ExecutionRecord } from '../../../local/step-functions/executions/execution-record.ts';
import { StepFunctions } from '../../../local/step-functions/step-functions.ts';
import { temporaryFolder } from './function-fixture.ts';

export const MACHINE_ARN = 'arn:aws:states:eu-west-1:000000000000:stateMachine:m';

type FakeFunction = (input: JsonValue) => unknown;

export function failure(errorType: string): Error {
  return Object.assign(new Error(`a ${errorType}`), { name: errorType });
}

export function task(functionName: string, more: object = { End: true }): object {
  const Resource = `arn:aws:lambda:eu-west-1:000000000000:function:${functionName}`;
  return { Type: 'Task', Resource, TimeoutSeconds: 60, ...more };
}

export function definitionOf(states: Record<string, unknown>, more: object = {}): Definition {
  const definition = { StartAt: Object.keys(states)[0], States: states, ...more };
  return DefinitionSchema.parse(JSON.parse(JSON.stringify(definition)));
}

/** Step Functions with one machine `m`, whose Lambda functions are plain functions here. */
export function stepFunctionsFixture(
  definition: Definition,
  functions: Record<string, FakeFunction>,
  dir = temporaryFolder(),
) {
  const events: BusEvent[] = [];
  const calls: string[] = [];
  const invoke = async (functionName: string, event: string): Promise<Outcome> => {
    calls.push(functionName);
    try {
      const result = await functions[functionName]?.(JSON.parse(event));
      return { ok: true, payload: JSON.stringify(result ?? null) };
    } catch (error) {
      const { name, message } = error as Error;
      return { ok: false, failure: { errorType: name, errorMessage: message } };
    }
  };
  const stepFunctions = new StepFunctions([{ name: 'm', arn: MACHINE_ARN, definition }], {
    dir: join(dir, 'executions'),
    invoke,
    announce: (event) => events.push(event),
    maxParallelItems: 4,
  });
  return { stepFunctions, events, calls, dir, run: (input: unknown) => runToEnd(stepFunctions, input) };
}

export async function runToEnd(stepFunctions: StepFunctions, input: unknown): Promise<ExecutionRecord> {
  const { executionArn } = stepFunctions.start(MACHINE_ARN, undefined, JSON.stringify(input));
  return waitForEnd(stepFunctions, executionArn);
}

export async function waitForEnd(stepFunctions: StepFunctions, executionArn: string): Promise<ExecutionRecord> {
  for (;;) {
    const record = stepFunctions.describe(executionArn);
    if (record.status !== 'RUNNING') return record;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
