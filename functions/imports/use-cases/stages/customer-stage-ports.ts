import type { Customers } from '../../../customers/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';

export interface CustomerStagePorts {
  readonly customers: Customers;
  readonly clock: Clock;
}
