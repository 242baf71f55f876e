import { describe, expect, test } from '@jest/globals';
import { workflowDefinition } from '../../../../infra/constructs/workflow-definition.ts';
import { checkDefinition } from '../../../../local/step-functions/definition/check-definition.ts';
import { DefinitionSchema } from '../../../../local/step-functions/definition/definition.ts';
import { definitionOf, task } from '../../../support/local/step-functions-fixture.ts';

const processor = { StartAt: 'One', States: { One: task('f') } };
const map = { Type: 'Map', MaxConcurrency: 2, ItemProcessor: processor, End: true };

function problemOf(state: object, more: object = {}): string {
  try {
    checkDefinition('m', definitionOf({ Bad: state }, more));
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a definition', () => {
  test.each([
    [task('f', { Assign: { a: 1 }, End: true }), 'Bad.Assign is not supported'],
    [task('f', { HeartbeatSeconds: 5, End: true }), 'Bad.HeartbeatSeconds is not supported'],
    [task('f', { TimeoutSeconds: undefined, End: true }), 'Bad.TimeoutSeconds must be given'],
    [{ ...map, MaxConcurrency: undefined }, 'Bad.MaxConcurrency must be given'],
    [{ ...map, ToleratedFailureCount: 3 }, 'Bad.ToleratedFailureCount is not supported'],
    [
      { ...map, ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b' } } },
      'Bad.ItemReader is not supported',
    ],
    [
      {
        ...map,
        ItemProcessor: { StartAt: 'One', States: { One: task('f', { OutputPath: '$$.Execution.Input', End: true }) } },
      },
      'One uses $$.Execution.Input, which is not supported there',
    ],
    [{ Type: 'Parallel', Branches: [processor], End: true }, 'Bad.Type Parallel is not supported'],
    [
      { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 5, End: true },
      'Bad.Resource "arn:aws:states:::lambda:invoke" is not supported',
    ],
    [
      { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: false, Next: 'Bad' }], Default: 'Bad' },
      'IsPresent must be true',
    ],
  ])('that this cloud would run differently from AWS is rejected: %j', (state, problem) => {
    expect(problemOf(state)).toContain(problem);
  });

  test('in another query language is rejected, and one that is not valid', () => {
    expect(problemOf({ Type: 'Succeed' }, { QueryLanguage: 'JSONata' })).toContain('JSONata');
    expect(problemOf(task('f', { Next: 'Nowhere' }))).toContain('m cannot run here');
  });

  test('of the import is accepted', () => {
    const text = JSON.stringify(workflowDefinition('import', { mapConcurrency: 40, writeStepTimeoutSeconds: 240 }));
    const filledIn = text.replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:eu-west-1:000000000000:function:$1');
    expect(() => checkDefinition('import', DefinitionSchema.parse(JSON.parse(filledIn)))).not.toThrow();
  });
});
