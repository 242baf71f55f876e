import { accountRepository } from '../accounts/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { groupRepository } from './dynamodb/group-repository.ts';
import { rightsReader } from './dynamodb/rights-reader.ts';
import { rightsRepository } from './dynamodb/rights-repository.ts';
import { roleRepository } from './dynamodb/role-repository.ts';
import { userRepository } from './dynamodb/user-repository.ts';
import { PeopleEnvSchema } from './env.ts';
import type { PeopleServices } from './services.ts';

/** people-api. */
export function container(): PeopleServices {
  const env = PeopleEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  return {
    accounts: accountRepository(table),
    groups: groupRepository(table),
    roles: roleRepository(table),
    users: userRepository(table),
    userRights: rightsRepository(table),
    rights: rightsReader(table, systemClock),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
  };
}

/** set-up-people. */
export function setUpContainer() {
  const env = PeopleEnvSchema.parse(process.env);
  return { users: userRepository(new ControlTable(createDynamoClient(), env.CONTROL_TABLE)), clock: systemClock };
}
