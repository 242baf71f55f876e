import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.ts';

/** A task times out this much later than its function, so that two workers never process the same chunk. */
const TASK_MARGIN_SECONDS = 60;

const PLACEHOLDER = /^\$\{(\w+)\}$/;

type DefinitionSettings = Pick<Settings, 'mapConcurrency' | 'writeStepTimeoutSeconds'>;

/** What a definition is completed with. */
interface Completion {
  /** The values of its placeholders that are not strings, besides the retriers and the timeout. */
  readonly values: Readonly<Record<string, unknown>>;
  /** A file with states that it shares with another definition. */
  readonly sharedStates?: string;
}

const catchAll = (next: string) => ({ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: next });
const catchError = (error: string, next: string) => ({
  ErrorEquals: [error],
  ResultPath: '$.cancelled',
  Next: next,
});

/** Every state machine, by the name of its definition: `statemachines/<name>.asl.json`. */
const WORKFLOWS = {
  /** The import of one file. */
  import: {
    values: {
      AfterPlanIndex: 'ReadIndex',
      AfterIndex: 'Assemble',
      CatchIndex: [catchError('ImportCancelled', 'Finish'), catchAll('ImportFailed')],
    },
    sharedStates: 'index-states.json',
  },
  /** The job that writes a search index again. */
  'search-index': {
    values: { AfterPlanIndex: 'IsRebuildDue', AfterIndex: 'CleanIndex', CatchIndex: [catchAll('IndexFailed')] },
    sharedStates: 'index-states.json',
  },
  /** An export of customers to one file. */
  export: { values: { NoRetryWhenCancelledExport: { ErrorEquals: ['ExportCancelled'], MaxAttempts: 0 } } },
} as const satisfies Readonly<Record<string, Completion>>;

export type WorkflowFile = keyof typeof WORKFLOWS;
export const WORKFLOW_FILES = Object.keys(WORKFLOWS).filter(isWorkflowFile);

export function isWorkflowFile(name: string): name is WorkflowFile {
  return Object.hasOwn(WORKFLOWS, name);
}

/**
 * The definition of a state machine: its file with the shared states, the retriers of `retriers.json`, the timeout of the
 * tasks that write customers, and the concurrency of each Map limited by the setting. These values are not strings, so
 * CloudFormation cannot insert them; it inserts the ARNs of the functions.
 */
export function workflowDefinition(
  workflow: WorkflowFile,
  { mapConcurrency, writeStepTimeoutSeconds }: DefinitionSettings,
): unknown {
  const { values: more, sharedStates }: Completion = WORKFLOWS[workflow];
  const values = new Map<string, unknown>([
    ...Object.entries(readDefinition('retriers.json')),
    ...Object.entries(more),
    ['WriteTaskTimeoutSeconds', writeStepTimeoutSeconds + TASK_MARGIN_SECONDS],
  ]);
  const filledIn = (key: string, value: unknown) => {
    if (key === 'MaxConcurrency') return Math.min(Number(value), mapConcurrency);
    const placeholder = typeof value === 'string' ? PLACEHOLDER.exec(value)?.[1] : undefined;
    return placeholder !== undefined && values.has(placeholder) ? values.get(placeholder) : value;
  };
  const definition = readDefinition(`${workflow}.asl.json`, filledIn);
  const shared = sharedStates === undefined ? {} : readDefinition(sharedStates, filledIn);
  return { ...definition, States: { ...definition.States, ...shared } };
}

function readDefinition(file: string, reviver?: (key: string, value: unknown) => unknown) {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../statemachines', file), 'utf8'), reviver);
}
