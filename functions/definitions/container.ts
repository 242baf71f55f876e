import { DynamoPublishedTableReader } from '../crm-tables/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoDefinitionReader } from './dynamodb/definition-reader.ts';
import { DynamoDefinitionRepository } from './dynamodb/definition-repository.ts';
import { DefinitionsEnvSchema } from './env.ts';
import type { DefinitionServices } from './routes.ts';

export function container(): DefinitionServices {
  const env = DefinitionsEnvSchema.parse(process.env);
  const client = createDynamoClient();
  return {
    definitions: new DynamoDefinitionRepository(client, env.CONTROL_TABLE),
    reader: new DynamoDefinitionReader(client, env.CONTROL_TABLE),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
  };
}
