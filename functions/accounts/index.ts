export type { Account } from './domain/account.ts';
export { accountKey } from './dynamodb/account-item.ts';
export { DynamoAccountRepository } from './dynamodb/account-repository.ts';
export type { AccountRepository } from './ports.ts';
export { getAccount } from './use-cases/get-account.ts';
