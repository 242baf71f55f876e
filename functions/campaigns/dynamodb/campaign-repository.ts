import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { foldName } from '../../shared/domain/text.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import {
  accountKey,
  accountPartition,
  CAMPAIGN_SORT_PREFIX,
  type ControlKey,
  campaignKey,
  campaignNameKey,
  tablePointerKey,
} from '../../shared/dynamodb/control-keys.ts';
import { queryPage } from '../../shared/dynamodb/query-page.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignRefusal, CampaignRepository } from '../ports.ts';
import { fromCampaignItem, toCampaignItem } from './campaign-item.ts';

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

  async list(accountPrefix: string, page: PageRequest): Promise<Page<Campaign>> {
    const keys = {
      table: this.#controlTable,
      partition: accountPartition(accountPrefix),
      sortPrefix: CAMPAIGN_SORT_PREFIX,
    };
    const found = await queryPage(this.#client, keys, page);
    return { ...found, items: found.items.map((item) => fromCampaignItem(item).value) };
  }

  async replace(before: Campaign, after: Campaign, revision: number): Promise<'written' | CampaignRefusal> {
    const isRenamed = foldName(before.name) !== foldName(after.name);
    const put = {
      ...this.#table(),
      Item: toCampaignItem(after, revision + 1),
      ...this.#atRevision(revision),
    };
    return this.#write([
      { write: { Put: put }, refusal: 'stale' },
      ...(isRenamed ? [this.#releaseName(before), this.#claimName(after)] : []),
      ...this.#checkTable(after),
    ]);
  }

  async delete(campaign: Campaign, revision: number): Promise<'deleted' | 'stale'> {
    const key = toItem({ ...campaignKey(campaign.accountPrefix, campaign.id) });
    const outcome = await this.#write([
      { write: { Delete: { ...this.#table(), Key: key, ...this.#atRevision(revision) } }, refusal: 'stale' },
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

  #atRevision(revision: number) {
    return {
      ConditionExpression: 'revision = :revision',
      ExpressionAttributeValues: toItem({ ':revision': revision }),
    };
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
    const Item = toItem({
      ...campaignNameKey(campaign.accountPrefix, foldName(campaign.name)),
      campaignId: campaign.id,
    });
    return {
      write: { Put: { ...this.#table(), Item, ConditionExpression: 'attribute_not_exists(PK)' } },
      refusal: 'name-taken',
    };
  }

  #releaseName(campaign: Campaign): GuardedWrite {
    const Key = toItem({ ...campaignNameKey(campaign.accountPrefix, foldName(campaign.name)) });
    return { write: { Delete: { ...this.#table(), Key } }, refusal: 'stale' };
  }
}
