export { DocumentSettingsSchema, documentRulesOf } from './domain/document-settings.ts';
export { accountKey } from './dynamodb/account-item.ts';
export { accountRepository } from './dynamodb/account-repository.ts';
export { raiseSequence } from './dynamodb/account-sequence.ts';
export type { AccountRepository } from './ports.ts';
export { getAccount } from './use-cases/get-account.ts';
