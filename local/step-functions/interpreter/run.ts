import type { Outcome } from '../../functions/types.ts';
import type { HistoryEvent } from '../executions/history-event.ts';
import type { Scope } from './scope.ts';

/** The supported part of the context object (`$$`); the interpreter adds Execution.Input and Execution.StartTime. */
export interface ContextObject {
  readonly Execution: { readonly Id: string; readonly Name: string };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly Map?: { readonly Item: { readonly Index: number; readonly Value: unknown } };
}

/** Runs a Lambda function: `event` is JSON text. */
export type InvokeFunction = (functionName: string, event: string) => Promise<Outcome>;

/** The dependencies and state of one execution. */
export interface Run {
  readonly scope: Scope;
  readonly context: ContextObject;
  readonly invoke: InvokeFunction;
  /** Upper limit for concurrent items of a Map, whatever its MaxConcurrency: more items would only wait for each other. */
  readonly maxParallelItems: number;
  readonly record: (event: HistoryEvent) => void;
}
