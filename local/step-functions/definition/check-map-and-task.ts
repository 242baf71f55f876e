import { isJsonObject } from '../../json-value.ts';
import type { State } from './definition.ts';

/** The longest timer of Node, in seconds. */
export const MOST_SECONDS = 2_147_483;

const LAMBDA_ARN = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([\w-]+)$/;

/** The function in a Task's Resource; undefined if the Resource is not a plain Lambda ARN. */
export function functionNameOf(state: State): string | undefined {
  return typeof state.Resource === 'string' ? LAMBDA_ARN.exec(state.Resource)?.[1] : undefined;
}

export function checkTask(name: string, state: State): string[] {
  const problems: string[] = [];
  if (functionNameOf(state) === undefined) {
    problems.push(
      `${name}.Resource ${JSON.stringify(state.Resource)} is not supported: only the ARN of a Lambda function is`,
    );
  }
  const { TimeoutSeconds: seconds } = state;
  // Without it AWS waits for years, and the interpreter for a minute.
  if (typeof seconds !== 'number' || seconds > MOST_SECONDS) {
    problems.push(`${name}.TimeoutSeconds must be given, and be at most ${MOST_SECONDS}`);
  }
  return problems;
}

export function checkMap(name: string, state: State): string[] {
  const problems: string[] = [];
  if (typeof state.MaxConcurrency !== 'number' || state.MaxConcurrency < 1) {
    problems.push(`${name}.MaxConcurrency must be given: without it every item starts at once`);
  }
  const { Mode = 'INLINE', ExecutionType = 'STANDARD' } = processorConfig(state);
  if (Mode !== 'INLINE' && Mode !== 'DISTRIBUTED')
    problems.push(`${name}.ItemProcessor.ProcessorConfig.Mode ${Mode} is not supported`);
  if (ExecutionType !== 'STANDARD') {
    problems.push(`${name}.ItemProcessor.ProcessorConfig.ExecutionType ${ExecutionType} is not supported`);
  }
  return problems;
}

export function isDistributed(state: State): boolean {
  return processorConfig(state).Mode === 'DISTRIBUTED';
}

function processorConfig(state: State) {
  const config = isJsonObject(state.ItemProcessor) ? state.ItemProcessor.ProcessorConfig : undefined;
  return isJsonObject(config) ? config : {};
}
