export { campaignList } from './dynamodb/campaign-item.ts';
export { campaignRepository } from './dynamodb/campaign-repository.ts';
export type { CampaignRepository } from './ports.ts';
