import { accountKey, raiseSequence } from '../../accounts/index.ts';
import { requireTable } from '../../crm-tables/index.ts';
import type { ControlTable, GuardedWrite } from '../../shared/dynamodb/control-table.ts';
import { type EntityKeys, entityRepository, entityWrites } from '../../shared/dynamodb/entity-repository.ts';
import { type Campaign, type CampaignId, campaignId, StoredCampaignSchema } from '../domain/campaign.ts';
import type { CampaignRejection, CampaignRepository } from '../ports.ts';
import { campaignKey, campaignList, campaignNameKey } from './campaign-item.ts';

const KEYS: EntityKeys<typeof StoredCampaignSchema, Pick<CampaignId, 'accountPrefix'>, CampaignId> = {
  schema: StoredCampaignSchema,
  parent: ({ accountPrefix }) => accountKey(accountPrefix),
  list: ({ accountPrefix }) => campaignList(accountPrefix),
  key: (id) => campaignKey(id.accountPrefix, id.campaignId),
  idOf: campaignId,
  nameKey: campaignNameKey,
};

/** A CRM table is listed under its account, so a table of another account does not exist here. */
function tableMustExist({ accountPrefix, crmTablePrefix }: Campaign): GuardedWrite<CampaignRejection>[] {
  return crmTablePrefix === null ? [] : [requireTable({ accountPrefix, prefix: crmTablePrefix }, 'table-unknown')];
}

export function campaignRepository(table: ControlTable): CampaignRepository {
  const writes = entityWrites(KEYS);
  return {
    ...entityRepository(table, KEYS),
    create(created, entry) {
      const raised = raiseSequence<CampaignRejection>(created.accountPrefix, 'parent-unknown');
      return table.writeAudited([...writes.create(created), ...tableMustExist(created), raised], entry);
    },
    replace: (before, after, entry) =>
      table.writeAudited<CampaignRejection>([...writes.replace(before, after), ...tableMustExist(after)], entry),
  };
}
