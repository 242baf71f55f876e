export { accountHoldersKey, accountHoldersOf, noGrantNames } from './dynamodb/account-holders-item.ts';
export { featureReader } from './dynamodb/feature-reader.ts';
export { rightsReader } from './dynamodb/rights-reader.ts';
