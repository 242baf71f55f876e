import { describe, expect, test } from '@jest/globals';
import { countTransitions, type StepRuns } from '../../../../functions/imports/domain/cost/transitions.ts';
import { workflowDefinition } from '../../../../infra/constructs/workflow-definition.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: ReadonlyArray<{ readonly Next: string }>;
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
  readonly Resource?: string;
}

const { StartAt, States }: { StartAt: string; States: Record<string, State> } = JSON.parse(
  JSON.stringify(workflowDefinition('import', { mapConcurrency: 40, writeStepTimeoutSeconds: 240 })),
);

/** `${SortRunFunctionArn}` -> `sort-run` */
function stepOf({ Resource = '' }: State): string {
  const name = /^\$\{(\w+)FunctionArn\}$/.exec(Resource)?.[1] ?? '';
  return name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** Every way through the workflow that ends well. */
function* ways(name = StartAt): Generator<readonly string[]> {
  const state = States[name];
  const nexts =
    state?.Type === 'Choice' ? [state.Default, ...(state.Choices ?? []).map(({ Next }) => Next)] : [state?.Next];
  for (const next of nexts) {
    if (next === undefined) yield [name];
    else for (const rest of ways(next)) yield [name, ...rest];
  }
}

/** AWS's count for one route if each Map has this many items: the start, each state, each item's start and its state. */
function counted(way: readonly string[], items: number) {
  const runs = new Map<string, StepRuns>();
  let transitions = 1;
  for (const name of way) {
    const state = States[name];
    transitions += 1;
    const task =
      state?.Type === 'Map'
        ? Object.values(state.ItemProcessor?.States ?? {}).find(({ Type }) => Type === 'Task')
        : state;
    const chunks = state?.Type === 'Map' ? items : 1;
    if (state?.Type === 'Map') transitions += 2 * items;
    if (task?.Type === 'Task' && chunks > 0) runs.set(stepOf(task), { chunks, invocations: chunks });
  }
  return { transitions, runs };
}

describe('transitions are counted as the workflow makes them', () => {
  const all = [...ways()];

  test.each(all.map((way) => [way.join(' '), way] as const))('%s', (_name, way) => {
    for (const items of [1, 7]) {
      const { transitions, runs } = counted(way, items);
      expect(countTransitions(runs)).toBe(transitions);
    }
  });

  test('counts Maps without items', () => {
    const longest = all.reduce((a, b) => (b.includes('PlanWrites') && b.length > a.length ? b : a), []);
    const { transitions, runs } = counted(longest, 0);
    expect(countTransitions(runs)).toBe(transitions);
  });

  test('a retried chunk is one more; another attempt repeats the steps', () => {
    const way = all.find((each) => each.includes('BulkCopy') && !each.includes('Decode')) ?? [];
    const { transitions, runs } = counted(way, 3);
    runs.set('bulk-copy', { chunks: 3, invocations: 5 });
    expect(countTransitions(runs)).toBe(transitions + 2);
    runs.set('plan', { chunks: 1, invocations: 2 });
    expect(countTransitions(runs)).toBe(transitions + 2 + 3);
  });
});
