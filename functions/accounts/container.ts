import { systemClock } from '../shared/domain/clock.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { DynamoAccountRepository } from './dynamodb/account-repository.ts';
import { AccountsEnvSchema } from './env.ts';
import type { AccountServices } from './routes.ts';

export function container(): AccountServices {
  const env = AccountsEnvSchema.parse(process.env);
  return { accounts: new DynamoAccountRepository(createDynamoClient(), env.CONTROL_TABLE), clock: systemClock };
}
