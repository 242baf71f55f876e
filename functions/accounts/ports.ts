import type { Clock } from '../shared/domain/clock.ts';
import type { Repository } from '../shared/domain/repository.ts';
import type { Account, AccountId } from './domain/account.ts';

export type AccountRepository = Repository<Account, object, AccountId>;

export interface AccountPorts {
  readonly accounts: AccountRepository;
  readonly clock: Clock;
}
