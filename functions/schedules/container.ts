import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { DynamoPublishedTableReader } from '../crm-tables/index.ts';
import { definitionReader } from '../definitions/index.ts';
import { exportDefinitionRepository, exportRuns } from '../exports/index.ts';
import { DynamoScheduleRuns } from '../imports/index.ts';
import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { scheduleRepository } from './dynamodb/schedule-repository.ts';
import { SchedulesEnvSchema } from './env.ts';
import { LambdaRunStarter } from './lambda/lambda-run-starter.ts';
import type { ScheduleServices } from './routes.ts';
import { EventBridgeScheduler } from './scheduler/eventbridge-scheduler.ts';

export function container(): ScheduleServices {
  const env = SchedulesEnvSchema.parse(process.env);
  const client = createDynamoClient();
  const functionArns = { import: env.START_IMPORT_ARN, export: env.START_EXPORT_ARN };
  const control = new ControlTable(client, env.CONTROL_TABLE);
  return {
    schedules: scheduleRepository(control),
    scheduler: new EventBridgeScheduler(new SchedulerClient({}), {
      group: env.SCHEDULE_GROUP,
      functionArns,
      roleArn: env.SCHEDULE_ROLE_ARN,
      deadLetterQueueArn: env.SCHEDULE_DEAD_LETTERS_ARN,
    }),
    runStarter: new LambdaRunStarter(new LambdaClient({}), functionArns),
    tables: new DynamoPublishedTableReader(client, env.CONTROL_TABLE),
    definitions: definitionReader(control),
    exportDefinitions: exportDefinitionRepository(control),
    exportRuns: exportRuns(control),
    runs: new DynamoScheduleRuns(client, env.CONTROL_TABLE),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(control, systemClock),
  };
}
