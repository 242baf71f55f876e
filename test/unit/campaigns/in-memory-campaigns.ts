import type { Campaign } from '../../../functions/campaigns/domain/campaign.ts';
import type { CampaignRefusal, CampaignRepository } from '../../../functions/campaigns/ports.ts';
import type { Page, PageRequest } from '../../../functions/shared/domain/page.ts';
import type { Revised } from '../../../functions/shared/domain/revised.ts';

/** Campaigns of one account whose only CRM table is VOUCIM. */
export class InMemoryCampaigns implements CampaignRepository {
  readonly stored = new Map<string, Revised<Campaign>>();

  #refusal({ id, name, crmTablePrefix }: Campaign): CampaignRefusal | undefined {
    if (crmTablePrefix !== null && crmTablePrefix !== 'VOUCIM') return 'table-unknown';
    const isTaken = [...this.stored.values()].some(({ value }) => value.id !== id && value.name === name);
    return isTaken ? 'name-taken' : undefined;
  }

  async create(campaign: Campaign): Promise<'written' | CampaignRefusal> {
    const refusal = this.#refusal(campaign);
    if (refusal) return refusal;
    this.stored.set(campaign.id, { value: campaign, revision: 1 });
    return 'written';
  }

  async read(accountPrefix: string, id: string): Promise<Revised<Campaign> | undefined> {
    const found = this.stored.get(id);
    return found?.value.accountPrefix === accountPrefix ? found : undefined;
  }

  async list(accountPrefix: string, { limit }: PageRequest): Promise<Page<Campaign>> {
    const items = [...this.stored.values()].map(({ value }) => value);
    return { items: items.filter((each) => each.accountPrefix === accountPrefix).slice(0, limit) };
  }

  async replace(before: Campaign, after: Campaign, revision: number): Promise<'written' | CampaignRefusal> {
    if (this.stored.get(before.id)?.revision !== revision) return 'stale';
    const refusal = this.#refusal(after);
    if (refusal) return refusal;
    this.stored.set(after.id, { value: after, revision: revision + 1 });
    return 'written';
  }

  async delete(campaign: Campaign, revision: number): Promise<'deleted' | 'stale'> {
    if (this.stored.get(campaign.id)?.revision !== revision) return 'stale';
    this.stored.delete(campaign.id);
    return 'deleted';
  }
}
