import { systemClock } from '../shared/domain/clock.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { accountRepository } from './dynamodb/account-repository.ts';
import { AccountsEnvSchema } from './env.ts';
import type { AccountServices } from './routes.ts';

export function container(): AccountServices {
  const env = AccountsEnvSchema.parse(process.env);
  const client = createDynamoClient();
  return {
    accounts: accountRepository(new ControlTable(client, env.CONTROL_TABLE)),
    clock: systemClock,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
  };
}
