import { expect, test } from '@jest/globals';
import {
  definitionOf,
  MACHINE_ARN,
  stepFunctionsFixture,
  task,
  waitForEnd,
} from '../../../support/local/step-functions-fixture.ts';

const definition = definitionOf({ First: task('first', { ResultPath: null, Next: 'Second' }), Second: task('second') });

test('an execution that was cut off runs again from its first state, under its name', async () => {
  const before = stepFunctionsFixture(definition, { first: () => 1, second: () => new Promise(() => {}) });
  const { executionArn } = before.stepFunctions.start(MACHINE_ARN, 'cut-off', '{"a":1}');
  while (!before.calls.includes('second')) await new Promise((resolve) => setTimeout(resolve, 5));
  before.stepFunctions.stop();

  const after = stepFunctionsFixture(definition, { first: () => 1, second: (input) => input }, before.dir);
  expect(after.stepFunctions.resume()).toBe(1);
  const record = await waitForEnd(after.stepFunctions, executionArn);
  expect(record).toMatchObject({ name: 'cut-off', status: 'SUCCEEDED', output: '{"a":1}' });
  expect(after.calls).toEqual(['first', 'second']);
  expect(after.events.map(({ detail }) => detail.status)).toEqual(['SUCCEEDED']);
  expect(before.events.map(({ detail }) => detail.status)).toEqual(['RUNNING']);
});

test('an end that was not announced is announced after the restart', async () => {
  const before = stepFunctionsFixture(definition, { first: () => 1, second: () => 2 });
  Object.assign(before.events, {
    push: () => {
      throw new Error('killed here');
    },
  });
  expect(() => before.stepFunctions.start(MACHINE_ARN, 'unheard', '{}')).toThrow('killed here');

  const after = stepFunctionsFixture(definition, { first: () => 1, second: () => 2 }, before.dir);
  after.stepFunctions.resume();
  expect(after.events.map(({ detail }) => detail.status)).toEqual(['RUNNING']);
});
