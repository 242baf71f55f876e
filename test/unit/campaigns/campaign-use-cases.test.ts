import { beforeEach, describe, expect, test } from '@jest/globals';
import { createCampaign } from '../../../functions/campaigns/use-cases/create-campaign.ts';
import { deleteCampaign } from '../../../functions/campaigns/use-cases/delete-campaign.ts';
import { getCampaign } from '../../../functions/campaigns/use-cases/get-campaign.ts';
import { updateCampaign } from '../../../functions/campaigns/use-cases/update-campaign.ts';
import { InMemoryCampaigns } from './in-memory-campaigns.ts';

const path = { accountPrefix: 'BRI', campaignId: 'c1' };
let next: number;
let deps: {
  campaigns: InMemoryCampaigns;
  clock: { now: () => Date };
  ids: { newId: () => string };
};

beforeEach(() => {
  next = 0;
  deps = {
    campaigns: new InMemoryCampaigns(),
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    ids: {
      newId: () => {
        next += 1;
        return `c${next}`;
      },
    },
  };
});

const create = (name: string, crmTablePrefix: string | null = null) =>
  createCampaign(deps, 'BRI', { name, crmTablePrefix });

describe('campaigns', () => {
  test('a new one has an id, its account and the time', async () => {
    expect(await create('City Breaks', 'VOUCIM')).toEqual({
      value: {
        id: 'c1',
        accountPrefix: 'BRI',
        name: 'City Breaks',
        crmTablePrefix: 'VOUCIM',
        createdAt: '2026-11-22T10:00:00.000Z',
      },
      revision: 1,
    });
  });

  test('what is in the way is told, with the field', async () => {
    await create('City Breaks');
    await expect(create('City Breaks')).rejects.toMatchObject({
      kind: 'conflict',
      violations: [{ pointer: '/name' }],
    });
    await expect(create('Other', 'NONE')).rejects.toMatchObject({
      kind: 'invalid',
      violations: [{ pointer: '/crmTablePrefix' }],
    });
  });

  test('a change and a deletion are made on what was read', async () => {
    await create('City Breaks');
    const change = { name: 'Sea', crmTablePrefix: null };
    expect((await updateCampaign(deps, path, change, 1)).revision).toBe(2);
    await expect(updateCampaign(deps, path, change, 1)).rejects.toMatchObject({ code: 'if-match.stale' });
    await expect(deleteCampaign(deps, path, 1)).rejects.toMatchObject({ code: 'if-match.stale' });
    await deleteCampaign(deps, path, 2);
    await expect(getCampaign(deps, 'BRI', 'c1')).rejects.toMatchObject({ code: 'campaign.not-found' });
  });
});
