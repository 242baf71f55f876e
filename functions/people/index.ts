export { accountHoldersKey, accountHoldersOf, noGrantNames } from './dynamodb/account-holders-item.ts';
export { featureReader } from './dynamodb/features-repository.ts';
export { rightsReader } from './dynamodb/rights-reader.ts';
