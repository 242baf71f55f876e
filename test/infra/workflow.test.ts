import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { WORKFLOW_FILES, type WorkflowFile, workflowDefinition } from '../../infra/constructs/workflow-definition.ts';
import { readSettings } from '../../infra/settings.ts';
import { checkDefinition } from '../../local/step-functions/definition/check-definition.ts';
import { ofType, type Resource, root, synthesise } from './synthesis.ts';

// biome-ignore lint/suspicious/noExplicitAny: a state's fields depend on its type
type State = any;

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:$1';

let resources: Resource[];
let machine: Resource | undefined;
let states: [name: string, state: State][];
beforeAll(() => {
  resources = synthesise();
  machine = machineOf(resources);
  states = statesOf(JSON.parse(machine?.Properties.DefinitionString));
});

function statesOf({ States }: { States: Record<string, State> }): [string, State][] {
  return Object.entries(States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
  ]);
}

const machineOf = (all: Resource[], file: WorkflowFile = 'import') =>
  ofType(all, 'AWS::StepFunctions::StateMachine').find(
    ({ Properties }) => Properties.StateMachineName === `switchboard-trial-${file}`,
  );

const isAboutCancelling = ({ ErrorEquals }: State): boolean =>
  ErrorEquals.some((name: string) => name.endsWith('Cancelled'));

const ofKind = (of: typeof states, kind: 'Task' | 'Map') => of.filter(([, { Type }]) => Type === kind);
const tasks = () => ofKind(states, 'Task');
const maps = () => ofKind(states, 'Map');

/** The function of a task, by the placeholder in the definition. */
function functionOf(task: State, of: Resource | undefined): Resource | undefined {
  const placeholder = /^\$\{(\w+)\}$/.exec(task.Resource)?.[1] ?? '';
  const arn = of?.Properties.DefinitionSubstitutions[placeholder];
  return resources.find(({ id }) => id === arn?.['Fn::GetAtt'][0]);
}

describe.each(WORKFLOW_FILES)('the workflow %s', (file) => {
  let own: Resource | undefined;
  let text: string;
  let all: typeof states;
  beforeAll(() => {
    own = machineOf(resources, file);
    text = own?.Properties.DefinitionString;
    all = statesOf(JSON.parse(text));
  });

  test('is the definition of the repository, with every placeholder filled and none too many', () => {
    expect(JSON.parse(text)).toEqual(workflowDefinition(file, { mapConcurrency: 40, writeStepTimeoutSeconds: 240 }));
    const names = Object.keys(JSON.parse(readFileSync(join(root, `statemachines/${file}.asl.json`), 'utf8')).States);
    expect(Object.keys(JSON.parse(text).States).slice(0, names.length)).toEqual(names);
    const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(placeholders.filter((name) => !name?.endsWith('FunctionArn'))).toEqual([]);
    expect(new Set(Object.keys(own?.Properties.DefinitionSubstitutions))).toEqual(new Set(placeholders));
  });

  test('is traced, and logged without what travels through it', () => {
    expect(own?.Properties.TracingConfiguration).toEqual({ Enabled: true });
    expect(own?.Properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    expect(own?.Properties.StateMachineType).toBe('STANDARD');
  });

  test('appears state by state in the diagram under its name', () => {
    const readme = readFileSync(join(root, 'statemachines/README.md'), 'utf8');
    const article = readme.split(/^## /m).find((each) => each.startsWith(`${file}\n`));
    const picture = article?.match(/```mermaid.*?```/s)?.[0];
    for (const [name, { Type }] of all) {
      if (Type !== 'Fail') expect(picture).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });

  test('has unique state names', () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });

  test('uses only features that behave the same here and on AWS', () => {
    const filled = text.replace(/\$\{(\w+)\}/g, FUNCTION);
    expect(() => checkDefinition(file, JSON.parse(filled))).not.toThrow();
  });

  test('retries every task and catches persistent errors', () => {
    for (const [name, { Retry, Catch }] of ofKind(all, 'Task')) {
      expect([name, Retry?.length > 0, Catch?.length > 0]).toEqual([name, true, true]);
      for (const { ErrorEquals, MaxAttempts, JitterStrategy } of Retry) {
        if (isAboutCancelling({ ErrorEquals })) continue;
        expect(MaxAttempts).toBeGreaterThan(0);
        expect(JitterStrategy).toBe('FULL');
      }
    }
  });

  test('gives up on a task only after its function has ended, so that no two work on one chunk', () => {
    for (const [name, task] of ofKind(all, 'Task')) {
      expect([name, task.TimeoutSeconds > functionOf(task, own)?.Properties.Timeout]).toEqual([name, true]);
    }
  });

  test('says for every Map how many run at once and who catches, and keeps no results of it', () => {
    for (const [name, { MaxConcurrency, Catch, ResultPath, ItemProcessor }] of ofKind(all, 'Map')) {
      expect([name, MaxConcurrency > 0, Catch?.length > 0, ResultPath]).toEqual([name, true, true, null]);
      expect(ItemProcessor.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
    }
  });

  test('may start the executions of its Maps', () => {
    const role = own?.Properties.RoleArn['Fn::GetAtt'][0];
    const allowed = ofType(resources, 'AWS::IAM::Policy')
      .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('states:'));
    expect(new Set(allowed)).toEqual(
      new Set(['states:DescribeExecution', 'states:StartExecution', 'states:StopExecution']),
    );
  });
});

describe('the import workflow', () => {
  test('goes straight to its end where a step between two stages finds the import cancelled', () => {
    const stopping = tasks().filter(([, { Catch }]) => Catch.some(isAboutCancelling));
    const names = [
      'Decode',
      'ResolveScan',
      'Cut',
      'ChooseRoute',
      'PlanWrites',
      'PlanFiles',
      'PlanIndex',
      'CutIndex',
      'FlipIndex',
    ];
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

  test('makes the time-outs of the writing steps and the drain from one setting', () => {
    const WRITING = ['BulkCopyChunk', 'InsertChunk', 'UpdateChunk'];
    const short = synthesise('everySetting');
    const shortMachine = machineOf(short);
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
    expect(() => readSettings({ writeStepTimeoutSeconds })).toThrow(/writeStepTimeoutSeconds/);
  });

  test.each([
    ['40', [40, 40, 40, 10, 10, 10, 10, 20, 20, 10]],
    ['15', [15, 15, 15, 10, 10, 10, 10, 15, 15, 10]],
    ['1', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['500', [40, 40, 40, 10, 10, 10, 10, 20, 20, 10]],
  ])('runs of each Map no more than its own number and the setting %s at once', (mapConcurrency, concurrency) => {
    const definition: State = workflowDefinition('import', readSettings({ mapConcurrency }));
    const found = statesOf(definition).filter(([, { Type }]) => Type === 'Map');
    expect(found.map(([, { MaxConcurrency }]) => MaxConcurrency)).toEqual(concurrency);
  });
});
