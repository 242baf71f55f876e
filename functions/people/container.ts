import { accountRepository } from '../accounts/index.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { PeopleEnvSchema } from './env.ts';
import type { PeopleServices } from './resource.ts';

export function container(): PeopleServices {
  const env = PeopleEnvSchema.parse(process.env);
  return { accounts: accountRepository(new ControlTable(createDynamoClient(), env.CONTROL_TABLE)) };
}
