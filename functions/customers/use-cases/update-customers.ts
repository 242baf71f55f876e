import { type BulkJob, failed, type Outcome, UPDATED } from '../domain/bulk-job.ts';
import type { ValuesBefore } from '../domain/customer-fields.ts';
import { inFlight } from '../domain/in-flight.ts';
import type { PreparedCustomer } from '../domain/prepared-customer.ts';
import type { CustomerStore } from '../ports.ts';
import { resolveCollisions } from './resolve-collisions.ts';

/** A customer to update, and the version that the record was compared with. */
export interface PreparedUpdate extends PreparedCustomer {
  readonly version: number;
  /** The stored values that the update changes, as they were compared. */
  readonly before?: ValuesBefore;
}

/**
 * Updates customers, `updatesInFlight` concurrently, and calls `onOutcome` once for each, in the order of completion.
 */
export async function updateCustomers<C extends PreparedUpdate>(
  job: BulkJob,
  store: CustomerStore,
  updatesInFlight: number,
  customers: Iterable<C>,
  onOutcome: (customer: C, outcome: Outcome) => void,
): Promise<void> {
  const source = customers[Symbol.iterator]();
  await inFlight(updatesInFlight, async (stopped) => {
    while (!stopped()) {
      const { value: customer, done } = source.next();
      if (done) return;
      const reply = await store.update(customer, customer.version, customer.before);
      if (reply === 'written') onOutcome(customer, UPDATED);
      else if (reply === 'condition-failed') await resolveCollisions(job, store, 'update', [customer], onOutcome);
      else onOutcome(customer, failed(reply));
    }
  });
}
