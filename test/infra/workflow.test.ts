import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkDefinition } from '../../local/step-functions/definition/check-definition.ts';
import { ofType, type Resource, root, synthesise } from './synthesis.ts';
import { synthesiseWith } from './synthesis-with.ts';

// biome-ignore lint/suspicious/noExplicitAny: a state's fields depend on its type
type State = any;

let resources: Resource[];
let machine: Resource | undefined;
let states: [name: string, state: State][];
beforeAll(() => {
  resources = synthesise();
  [machine] = ofType(resources, 'AWS::StepFunctions::StateMachine');
  states = statesOf(JSON.parse(machine?.Properties.DefinitionString));
});

function statesOf({ States }: { States: Record<string, State> }): [string, State][] {
  return Object.entries(States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
  ]);
}

const isAboutCancelling = ({ ErrorEquals }: State): boolean => ErrorEquals.includes('ImportCancelled');

const tasks = () => states.filter(([, { Type }]) => Type === 'Task');
const maps = () => states.filter(([, { Type }]) => Type === 'Map');

/** The function of a task, by the placeholder in the definition. */
function functionOf(task: State): Resource | undefined {
  const placeholder = /^\$\{(\w+)\}$/.exec(task.Resource)?.[1] ?? '';
  const arn = machine?.Properties.DefinitionSubstitutions[placeholder];
  return resources.find(({ id }) => id === arn?.['Fn::GetAtt'][0]);
}

describe('the import workflow', () => {
  test('is the definition of the repository, with every placeholder filled and none too many', () => {
    const text = readFileSync(join(root, 'statemachines/import.asl.json'), 'utf8');
    const retriers = JSON.parse(readFileSync(join(root, 'statemachines/retriers.json'), 'utf8'));
    const values: Record<string, unknown> = { ...retriers, WriteTaskTimeoutSeconds: 300 };
    for (const name of Object.keys(values)) expect(text).toContain(`"\${${name}}"`);
    const definition = text.replaceAll(/"\$\{(\w+)\}"/g, (placeholder, name) =>
      name in values ? JSON.stringify(values[name]) : placeholder,
    );
    expect(JSON.parse(machine?.Properties.DefinitionString)).toEqual(JSON.parse(definition));
    const placeholders = [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(new Set(Object.keys(machine?.Properties.DefinitionSubstitutions))).toEqual(new Set(placeholders));
  });

  test('is traced, and logged without what travels through it', () => {
    expect(machine?.Properties.TracingConfiguration).toEqual({ Enabled: true });
    expect(machine?.Properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    expect(machine?.Properties.StateMachineType).toBe('STANDARD');
  });

  test('appears state by state in the diagram', () => {
    const picture = readFileSync(join(root, 'statemachines/README.md'), 'utf8').match(/```mermaid.*?```/s)?.[0];
    for (const [name, { Type }] of states) {
      if (Type !== 'Fail') expect(picture).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  test('has unique state names', () => {
    expect(new Set(states.map(([name]) => name)).size).toBe(states.length);
  });

  test('uses only features that behave the same here and on AWS', () => {
    const filled = machine?.Properties.DefinitionString.replace(
      /\$\{(\w+)\}/g,
      'arn:aws:lambda:eu-west-1:123456789012:function:$1',
    );
    expect(() => checkDefinition('import', JSON.parse(filled))).not.toThrow();
  });

  test('retries every task and catches persistent errors', () => {
    for (const [name, { Retry, Catch }] of tasks()) {
      expect([name, Retry?.length > 0, Catch?.length > 0]).toEqual([name, true, true]);
      for (const { ErrorEquals, MaxAttempts, JitterStrategy } of Retry) {
        if (ErrorEquals.includes('ImportCancelled')) continue;
        expect(MaxAttempts).toBeGreaterThan(0);
        expect(JitterStrategy).toBe('FULL');
      }
    }
  });

  test('goes straight to its end where a step between two stages finds the import cancelled', () => {
    const stopping = tasks().filter(([, { Catch }]) => Catch.some(isAboutCancelling));
    const names = ['Decode', 'ResolveScan', 'Cut', 'ChooseRoute', 'PlanWrites', 'PlanFiles'];
    expect(stopping.map(([name]) => name)).toEqual(names);
    for (const [, { Retry, Catch }] of stopping) {
      // The first entry that fits an error counts.
      expect(Retry[0]).toEqual({ ErrorEquals: ['ImportCancelled'], MaxAttempts: 0 });
      expect(Catch[0]).toEqual({ ErrorEquals: ['ImportCancelled'], ResultPath: '$.cancelled', Next: 'Finish' });
    }
    const [, finish] = tasks().find(([name]) => name === 'Finish') ?? [];
    // So that it sees what was caught: a path to what may be absent would be an error.
    expect(finish.Parameters).toBeUndefined();
  });

  test('gives every chunk the fence by which its import may be cancelled', () => {
    for (const [name, { ItemSelector }] of maps()) {
      expect([name, ItemSelector]).toEqual([name, expect.objectContaining({ 'fence.$': '$.fence' })]);
    }
  });

  test('gives up on a task only after its function has ended, so that no two work on one chunk', () => {
    for (const [name, task] of tasks()) {
      expect([name, task.TimeoutSeconds > functionOf(task)?.Properties.Timeout]).toEqual([name, true]);
    }
  });

  test('makes the time-outs of the writing steps and the drain from one setting', () => {
    const WRITING = ['BulkCopyChunk', 'InsertChunk', 'UpdateChunk'];
    const short = synthesiseWith({ writeStepTimeoutSeconds: '5' });
    const [shortMachine] = ofType(short, 'AWS::StepFunctions::StateMachine');
    const timeoutsOf = (of: Resource | undefined) =>
      statesOf(JSON.parse(of?.Properties.DefinitionString))
        .filter(([, { Type }]) => Type === 'Task')
        .map(([name, { TimeoutSeconds }]) => [name, TimeoutSeconds]);
    const changed = ([name, seconds]: unknown[]) => [name, WRITING.includes(String(name)) ? 65 : seconds];
    expect(timeoutsOf(shortMachine)).toEqual(timeoutsOf(machine).map(changed));
    const functionTimeouts = (of: Resource[]) =>
      new Map(
        ofType(of, 'AWS::Lambda::Function')
          .filter(({ id }) => /^Step(bulkcopy|insert|update)/.test(id))
          .map(({ id, Properties }) => [id, Properties.Timeout]),
      );
    expect([...functionTimeouts(resources).values()]).toEqual([240, 240, 240]);
    expect([...functionTimeouts(short).values()]).toEqual([5, 5, 5]);
    const configured = ofType(short, 'AWS::Lambda::Function')
      .map(({ id, Properties }) => [id, Properties.Environment.Variables.WRITE_STEP_TIMEOUT_SECONDS])
      .filter(([, seconds]) => seconds !== undefined);
    const byFunction = configured.map(([id, seconds]) => [String(id).replace(/(Handler)?Function\w+$/, ''), seconds]);
    expect(Object.fromEntries(byFunction)).toEqual({
      ExecutionEnded: '5',
      StartImport: '5',
      Stepfinish: '5',
      WatchQueues: '5',
    });
  });

  test.each(['4', '901', 'x'])('takes no time-out of %s seconds for its writing steps', (writeStepTimeoutSeconds) => {
    expect(() => synthesiseWith({ writeStepTimeoutSeconds })).toThrow(/writeStepTimeoutSeconds/);
  });

  test('says for every Map how many run at once and who catches, and keeps no results of it', () => {
    for (const [name, { MaxConcurrency, Catch, ResultPath, ItemProcessor }] of maps()) {
      expect([name, MaxConcurrency > 0, Catch?.length > 0, ResultPath]).toEqual([name, true, true, null]);
      expect(ItemProcessor.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
    }
  });

  test.each([
    ['40', [40, 40, 40, 10, 10, 10, 10, 20]],
    ['15', [15, 15, 15, 10, 10, 10, 10, 15]],
    ['1', [1, 1, 1, 1, 1, 1, 1, 1]],
    ['500', [40, 40, 40, 10, 10, 10, 10, 20]],
  ])('runs of each Map no more than its own number and the setting %s at once', (mapConcurrency, concurrency) => {
    const [limited] = ofType(synthesiseWith({ mapConcurrency }), 'AWS::StepFunctions::StateMachine');
    const found = statesOf(JSON.parse(limited?.Properties.DefinitionString)).filter(([, { Type }]) => Type === 'Map');
    expect(found.map(([, { MaxConcurrency }]) => MaxConcurrency)).toEqual(concurrency);
  });

  test('may start the executions of its Maps', () => {
    const allowed = ofType(resources, 'AWS::IAM::Policy')
      .filter(({ id }) => id.startsWith('ImportWorkflowMapPolicy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => Action);
    expect(new Set(allowed)).toEqual(
      new Set(['states:DescribeExecution', 'states:StartExecution', 'states:StopExecution']),
    );
  });
});
