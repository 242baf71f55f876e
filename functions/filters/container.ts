import { DynamoPublishedTableReader, VersionCache } from '../crm-tables/index.ts';
import { customerPages } from '../customers/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { filterRepository } from './dynamodb/filter-repository.ts';
import { filterUses } from './dynamodb/filter-uses.ts';
import { FiltersEnvSchema } from './env.ts';
import type { FilterServices } from './routes.ts';

export function container(): FilterServices {
  const env = FiltersEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const table = new ControlTable(client, env.CONTROL_TABLE);
  return {
    filters: filterRepository(table),
    filterUses: filterUses(table),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE, new VersionCache()),
    pages: customerPages(env.CUSTOMERS_TABLE, client),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(table, systemClock),
  };
}
