export { accountHoldersKey, accountHoldersOf, noGrantNames } from './dynamodb/account-holders-item.ts';
export { rightsReader } from './dynamodb/rights-reader.ts';
