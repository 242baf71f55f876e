import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { ACCOUNT_PARTITIONS } from './partitions.ts';

export function accountKey(accountPrefix: string): ControlKey {
  return { PK: ACCOUNT_PARTITIONS.accounts, SK: accountPrefix };
}
