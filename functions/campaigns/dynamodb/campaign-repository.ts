import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { accountKey } from '../../accounts/index.ts';
import { tablePointerKey } from '../../crm-tables/index.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { foldName } from '../../shared/domain/text.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { atRevision, overwrite } from '../../shared/dynamodb/overwrite.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignRefusal, CampaignRepository } from '../ports.ts';
import {
  CAMPAIGN_ATTRIBUTES,
  CAMPAIGN_SORT_PREFIX,
  campaignKey,
  campaignNameKey,
  campaignPartition,
  fromCampaignItem,
  toCampaignItem,
} from './campaign-item.ts';

/** One write of a transaction, and what it means if its condition does not hold. */
interface GuardedWrite {
  readonly write: TransactWriteItem;
  readonly refusal: CampaignRefusal;
}

export class DynamoCampaignRepository implements CampaignRepository {
  readonly #client: DynamoDBClient;
  readonly #controlTable: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#controlTable = controlTable;
  }

  async create(campaign: Campaign): Promise<'written' | CampaignRefusal> {
    return this.#write([
      this.#mustExist(accountKey(campaign.accountPrefix), 'account-unknown'),
      {
        write: {
          Put: { ...this.#table(), Item: toCampaignItem(campaign, 1), ConditionExpression: 'attribute_not_exists(PK)' },
        },
        refusal: 'stale',
      },
      this.#claimName(campaign),
      ...this.#checkTable(campaign),
    ]);
  }

  async read(accountPrefix: string, id: string): Promise<Revised<Campaign> | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        ...this.#table(),
        Key: toItem({ ...campaignKey(accountPrefix, id) }),
        ConsistentRead: true,
      }),
    );
    return Item ? fromCampaignItem(Item) : undefined;
  }

  async list(accountPrefix: string, request: PageRequest): Promise<Page<Campaign>> {
    const keys = {
      table: this.#controlTable,
      partition: campaignPartition(accountPrefix),
      sortPrefix: CAMPAIGN_SORT_PREFIX,
    };
    const found = await page(this.#client, keys, request);
    return { ...found, items: readEach(found.items, (item) => fromCampaignItem(item).value) };
  }

  async replace(before: Campaign, after: Campaign, revision: number): Promise<'written' | CampaignRefusal> {
    const isRenamed = foldName(before.name) !== foldName(after.name);
    const item = toCampaignItem(after, revision + 1);
    const Update = overwrite(this.#controlTable, item, CAMPAIGN_ATTRIBUTES, atRevision(revision));
    return this.#write([
      { write: { Update }, refusal: 'stale' },
      ...(isRenamed ? [this.#releaseName(before), this.#claimName(after)] : []),
      ...this.#checkTable(after),
    ]);
  }

  async delete(campaign: Campaign, revision: number): Promise<'deleted' | 'stale'> {
    const key = toItem({ ...campaignKey(campaign.accountPrefix, campaign.id) });
    const outcome = await this.#write([
      { write: { Delete: { ...this.#table(), Key: key, ...atRevision(revision) } }, refusal: 'stale' },
      this.#releaseName(campaign),
    ]);
    return outcome === 'written' ? 'deleted' : 'stale';
  }

  async #write(writes: readonly GuardedWrite[]): Promise<'written' | CampaignRefusal> {
    const [firstFailed] = await transact(
      this.#client,
      writes.map(({ write }) => write),
    );
    return firstFailed === undefined ? 'written' : (writes[firstFailed]?.refusal ?? 'stale');
  }

  #table() {
    return { TableName: this.#controlTable };
  }

  #mustExist(key: ControlKey, refusal: CampaignRefusal): GuardedWrite {
    const check = { ...this.#table(), Key: toItem({ ...key }), ConditionExpression: 'attribute_exists(PK)' };
    return { write: { ConditionCheck: check }, refusal };
  }

  /** The pointer stands under the account, so that a table of another account is as unknown as one that is not. */
  #checkTable(campaign: Campaign): GuardedWrite[] {
    if (campaign.crmTablePrefix === null) return [];
    return [this.#mustExist(tablePointerKey(campaign.accountPrefix, campaign.crmTablePrefix), 'table-unknown')];
  }

  #claimName(campaign: Campaign): GuardedWrite {
    const Item = toItem({ ...campaignNameKey(campaign), campaignId: campaign.id });
    return {
      write: { Put: { ...this.#table(), Item, ConditionExpression: 'attribute_not_exists(PK)' } },
      refusal: 'name-taken',
    };
  }

  #releaseName(campaign: Campaign): GuardedWrite {
    const Key = toItem({ ...campaignNameKey(campaign) });
    return { write: { Delete: { ...this.#table(), Key } }, refusal: 'stale' };
  }
}
