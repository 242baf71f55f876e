import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Campaign, campaignId } from '../../../functions/campaigns/domain/campaign.ts';
import type { CampaignPorts, CampaignRejection } from '../../../functions/campaigns/ports.ts';
import { campaignUseCases as campaigns } from '../../../functions/campaigns/use-cases/campaign-use-cases.ts';
import { MemoryRepository } from '../../support/memory-repository.ts';
import { testOrigin } from '../../support/origin.ts';

const path = { accountPrefix: 'BRI', campaignId: 'c1' };
let next: number;
let ports: CampaignPorts;

/** As the repository does for an account whose only CRM table is VOUCIM. */
function reject({ name, crmTablePrefix }: Campaign, others: readonly Campaign[]): CampaignRejection | undefined {
  if (crmTablePrefix !== null && crmTablePrefix !== 'VOUCIM') return 'table-unknown';
  return others.some((other) => other.name === name) ? 'name-taken' : undefined;
}

beforeEach(() => {
  next = 0;
  ports = {
    campaigns: new MemoryRepository(campaignId, reject),
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    ids: {
      newId: () => {
        next += 1;
        return `c${next}`;
      },
    },
  };
});

const ORIGIN = testOrigin();

const create = (name: string, crmTablePrefix: string | null = null) =>
  campaigns.create(ports, { accountPrefix: 'BRI' }, { name, crmTablePrefix, crmName: 'Vouchers' }, ORIGIN);

describe('campaigns', () => {
  test('a new one has an id, its account and the time', async () => {
    expect(await create('City Breaks', 'VOUCIM')).toEqual({
      value: {
        id: 'c1',
        accountPrefix: 'BRI',
        name: 'City Breaks',
        crmTablePrefix: 'VOUCIM',
        crmName: 'Vouchers',
        createdAt: '2026-11-22T10:00:00.000Z',
      },
      revision: 1,
    });
  });

  test('the conflicting record is reported, with the field', async () => {
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
    const change = { name: 'Sea', crmTablePrefix: null, crmName: null };
    expect((await campaigns.update(ports, path, change, 1, ORIGIN)).revision).toBe(2);
    await expect(campaigns.update(ports, path, change, 1, ORIGIN)).rejects.toMatchObject({ code: 'if-match.stale' });
    await expect(campaigns.remove(ports, path, 1, ORIGIN)).rejects.toMatchObject({ code: 'if-match.stale' });
    await campaigns.remove(ports, path, 2, ORIGIN);
    await expect(campaigns.get(ports, path)).rejects.toMatchObject({ code: 'campaign.not-found' });
  });
});
