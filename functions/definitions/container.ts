import { DynamoPublishedTableReader } from '../crm-tables/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { definitionReader } from './dynamodb/definition-reader.ts';
import { definitionRepository } from './dynamodb/definition-repository.ts';
import { DefinitionsEnvSchema } from './env.ts';
import type { DefinitionServices } from './routes.ts';

export function container(): DefinitionServices {
  const env = DefinitionsEnvSchema.parse(process.env);
  const client = createDynamoClient();
  return {
    definitions: definitionRepository(new ControlTable(client, env.CONTROL_TABLE)),
    reader: definitionReader(new ControlTable(client, env.CONTROL_TABLE)),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(new ControlTable(client, env.CONTROL_TABLE), systemClock),
  };
}
