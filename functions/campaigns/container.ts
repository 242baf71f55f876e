import { rightsReader } from '../people/index.ts';
import { systemClock } from '../shared/domain/clock.ts';
import { timeOrderedIds } from '../shared/domain/ids.ts';
import { createDynamoClient } from '../shared/dynamodb/client.ts';
import { ControlTable } from '../shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../shared/dynamodb/dynamo-answer-store.ts';
import { DynamoAuditLog } from '../shared/dynamodb/dynamo-audit-log.ts';
import { campaignRepository } from './dynamodb/campaign-repository.ts';
import { CampaignsEnvSchema } from './env.ts';
import type { CampaignServices } from './routes.ts';

export function container(): CampaignServices {
  const env = CampaignsEnvSchema.parse(process.env);
  const client = createDynamoClient();
  return {
    campaigns: campaignRepository(new ControlTable(client, env.CONTROL_TABLE)),
    clock: systemClock,
    answers: new DynamoAnswerStore(client, env.CONTROL_TABLE, systemClock),
    audit: new DynamoAuditLog(client, env.CONTROL_TABLE, env.AUDIT_RETENTION_DAYS),
    rights: rightsReader(new ControlTable(client, env.CONTROL_TABLE), systemClock),
    ids: timeOrderedIds,
  };
}
