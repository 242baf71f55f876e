import { accountRepository } from '../accounts/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { crmTableRepository } from './dynamodb/crm-table-repository.ts';
import { DynamoPublishedTableReader } from './dynamodb/published-table-reader.ts';
import { CrmTablesEnvSchema } from './env.ts';
import type { CrmTableServices } from './routes/common.ts';

export function container(): CrmTableServices {
  const env = CrmTablesEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const control = new ControlTable(client, env.CONTROL_TABLE);
  return {
    accounts: accountRepository(control),
    tables: crmTableRepository(control),
    versions: new DynamoPublishedTableReader(client, env.CONTROL_TABLE),
    clock: systemClock,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(control, systemClock),
  };
}
