import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { createCustomersClient } from '../../../functions/customers/index.ts';

const LOGGER = /loggerMiddleware/;

describe('the client that reads and writes customers', () => {
  test('copies no request and no answer for a log', () => {
    // The SDK knows the middleware by its name only: should that change, the copying would come back unseen.
    expect(new DynamoDBClient({ region: 'eu-west-1' }).middlewareStack.identify().join()).toMatch(LOGGER);
    expect(createCustomersClient({ region: 'eu-west-1' }).middlewareStack.identify().join()).not.toMatch(LOGGER);
  });
});
