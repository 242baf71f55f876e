import type { DynamoCalls } from '../../../functions/customers/dynamodb/dynamo-calls.ts';
import { BackOff } from '../../../functions/shared/dynamodb/back-off.ts';

function unexpected(): never {
  throw new Error('This call was not expected.');
}

/** Calls of which a test gives those that it expects. */
export function fakeCalls(given: Partial<DynamoCalls>): DynamoCalls {
  return {
    batchExecuteStatement: unexpected,
    putItem: unexpected,
    updateItem: unexpected,
    query: unexpected,
    batchGetItem: unexpected,
    ...given,
  };
}

/** A back-off of three attempts that sleeps no time and writes its waits down. */
export function fakeBackOff() {
  const waits: number[] = [];
  const backOff = new BackOff({
    attempts: 3,
    firstMs: 100,
    longestMs: 150,
    random: () => 0.5,
    sleep: async (milliseconds) => waits.push(milliseconds),
    logger: { warn: () => {} },
  });
  return { backOff, waits };
}

/** An exception of the SDK. */
export function sdkError(name: string, httpStatusCode = 400): Error {
  return Object.assign(new Error(`${name} happened`), { name, $metadata: { httpStatusCode } });
}
