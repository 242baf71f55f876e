import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ExecutionRecord } from '../../../../local/step-functions/executions/execution-record.ts';
import { ExecutionStore } from '../../../../local/step-functions/executions/execution-store.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

const DAY_MS = 24 * 3600 * 1000;

function ended(name: string, daysAgo: number): ExecutionRecord {
  return {
    executionArn: `arn:aws:states:eu-west-1:000000000000:execution:m:${name}`,
    stateMachineArn: 'arn:aws:states:eu-west-1:000000000000:stateMachine:m',
    name,
    status: 'SUCCEEDED',
    input: '{}',
    startDate: 0,
    stopDate: Date.now() - daysAgo * DAY_MS,
    transitions: 2,
    historyEvents: 4,
  };
}

test('executions are stored for 90 days after their end, with their histories', () => {
  const dir = temporaryFolder();
  const store = new ExecutionStore(dir);
  const recent = ended('recent', 89);
  for (const record of [recent, ended('old', 91)]) {
    store.save(record);
    store.addToHistory(record.executionArn, { timestamp: 1, type: 'TaskStateEntered', state: 'One' });
  }
  const reopened = new ExecutionStore(dir);
  expect(reopened.all()).toEqual([recent]);
  expect(reopened.history(recent.executionArn)).toEqual([{ timestamp: 1, type: 'TaskStateEntered', state: 'One' }]);
  expect(readdirSync(join(dir, 'm')).sort()).toEqual(['recent.history.jsonl', 'recent.json']);
});
