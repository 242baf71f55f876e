import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * Six tries, with the SDK's back-off and jitter, last longer than a throttled second and shorter than an API caller
 * waits.
 */
const MAX_ATTEMPTS = 6;

export function createDynamoClient(): DynamoDBClient {
  const client = new DynamoDBClient({ maxAttempts: MAX_ATTEMPTS });
  // The SDK's own logger copies every request and answer.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
