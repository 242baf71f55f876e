export { campaignList } from './dynamodb/campaign-item.ts';
