import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { accountContentsReader } from './dynamodb/account-contents-reader.ts';
import { accountRepository } from './dynamodb/account-repository.ts';
import { AccountsEnvSchema } from './env.ts';
import type { AccountServices } from './routes.ts';

export function container(): AccountServices {
  const env = AccountsEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  return {
    accounts: accountRepository(table),
    contents: accountContentsReader(table),
    clock: systemClock,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(table, systemClock),
  };
}
