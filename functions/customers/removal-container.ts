import { systemClock } from '../shared/domain/clock.ts';
import { BACK_OFF, BackOff } from '../shared/dynamodb/back-off.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { log } from '../shared/observability/logger.ts';
import { valueRemovals } from './dynamodb/value-removals.ts';
import { RemovalEnvSchema } from './env.ts';
import type { RemovalPorts } from './use-cases/complete-removals.ts';

/** remove-values. */
export function removalContainer(): RemovalPorts {
  const { CUSTOMERS_TABLE } = RemovalEnvSchema.parse(process.env);
  const backOff = new BackOff({ ...BACK_OFF, logger: log });
  return { history: valueRemovals(createDynamoClient(), CUSTOMERS_TABLE, backOff), clock: systemClock };
}
