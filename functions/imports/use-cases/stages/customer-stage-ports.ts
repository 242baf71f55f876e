import type { Customers } from '../../../customers/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';

/** The ports of the stages that read or write customers. */
export interface CustomerStagePorts {
  readonly customers: Customers;
  readonly clock: Clock;
}
