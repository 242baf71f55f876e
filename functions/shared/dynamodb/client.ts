import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Six tries, with the SDK's own back-off and jitter, ride out a throttled second; an API caller waits no longer. */
const MAX_ATTEMPTS = 6;

/** The client of a function: region, credentials and endpoint come from the environment. */
export function createDynamoClient(): DynamoDBClient {
  const client = new DynamoDBClient({ maxAttempts: MAX_ATTEMPTS });
  // It copies every request and answer for a log that nobody has asked for.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
