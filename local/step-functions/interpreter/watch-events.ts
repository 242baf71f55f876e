import type { Workflow } from '../definition/compile.ts';
import { checkPayload } from './payload.ts';
import type { Run } from './run.ts';

/** The used part of the interpreter's event log. */
interface StateEvent {
  readonly type: string;
  readonly timestamp: number;
  readonly state?: { readonly name: string; readonly type: string; readonly output?: unknown };
  readonly Error?: string;
  readonly Cause?: unknown;
}

/** Follows the events of one run of the interpreter: counts what AWS counts, rejects payloads that are too large, records the history. */
export async function watchEvents(events: AsyncIterable<StateEvent>, workflow: Workflow, run: Run): Promise<void> {
  for await (const event of events) {
    const { state } = event;
    if (state === undefined) continue;
    if (event.type === 'StateEntered' || event.type === 'StateRetried') run.scope.countTransition();
    if (event.type === 'StateEntered' || event.type === 'StateExited') run.scope.countEvents(1);
    if (event.type === 'StateExited') failOnLargeOutput(state.name, state.output, run);
    const type = workflow.maps.has(state.name) ? 'Map' : state.type;
    run.record({
      timestamp: event.timestamp,
      type: `${type}${event.type}`,
      state: state.name,
      error: event.Error,
      cause: event.Cause === undefined ? undefined : String(event.Cause),
    });
  }
}

function failOnLargeOutput(state: string, output: unknown, run: Run): void {
  try {
    checkPayload(JSON.stringify(output), `The output of state ${state}`);
  } catch (error) {
    if (error instanceof Error) run.scope.fail(error);
  }
}
