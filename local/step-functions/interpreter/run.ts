import type { Outcome } from '../../functions/types.ts';
import type { HistoryEvent } from '../executions/history-event.ts';
import type { Scope } from './scope.ts';

/** The context object (`$$`) as far as it is supported; the interpreter adds Execution.Input and Execution.StartTime. */
export interface ContextObject {
  readonly Execution: { readonly Id: string; readonly Name: string };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly Map?: { readonly Item: { readonly Index: number; readonly Value: unknown } };
}

/** Runs a Lambda function: `event` is JSON text. */
export type InvokeFunction = (functionName: string, event: string) => Promise<Outcome>;

/** What everything that runs inside an execution is given. */
export interface Run {
  readonly scope: Scope;
  readonly context: ContextObject;
  readonly invoke: InvokeFunction;
  /** Items of a Map that run at once, whatever its MaxConcurrency: more would only wait for each other. */
  readonly maxParallelItems: number;
  readonly record: (event: HistoryEvent) => void;
}
