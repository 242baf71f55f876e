import {
  absentCustomer,
  type BulkJob,
  failed,
  IGNORED,
  INSERTED,
  type Outcome,
  type PreparedCustomer,
  recordProblem,
  UPDATED,
} from '../domain/bulk-job.ts';
import type { Intent } from '../domain/check-customer.ts';
import { type Decision, decideCollision } from '../domain/decide-collision.ts';
import type { StoredCustomer } from '../domain/stored-customer.ts';
import type { CustomerStore, WriteReply } from '../ports.ts';

/** Each round lost means that someone wrote the customer between our read and our write: ten in a row is no accident. */
const ROUNDS = 10;

const TAKEN = recordProblem('customer-id.taken', 'The Customer ID that was generated belongs to another customer.');
const DELETED = recordProblem('customer.deleted', 'The customer was deleted while the import was running.');
const ABSENT = absentCustomer();
const CONTENDED = recordProblem(
  'customer.contended',
  'The customer was changed by someone else every time it was to be written.',
);

/** The outcome of a write; undefined when its condition did not hold. */
function outcomeOf(reply: WriteReply, written: Outcome): Outcome | undefined {
  if (reply === 'met-other') return undefined;
  return reply === 'written' ? written : failed(reply);
}

/** Carries a decision out. Undefined means that the customer has changed since the decision's read. */
async function act(store: CustomerStore, customer: PreparedCustomer, decision: Decision): Promise<Outcome | undefined> {
  switch (decision.action) {
    case 'inserted':
      return INSERTED;
    case 'updated':
      return UPDATED;
    case 'ignored':
      return IGNORED;
    case 'taken':
      return failed(TAKEN);
    case 'deleted':
      return failed(DELETED);
    case 'absent':
      return failed(ABSENT);
    case 'update':
      return outcomeOf(await store.update(customer, decision.version), UPDATED);
    case 'replace':
      if (customer.missing.length > 0) return failed(...customer.missing);
      return outcomeOf(await store.replace(customer, decision.version), INSERTED);
    case 'insert': {
      if (customer.missing.length > 0) return failed(...customer.missing);
      const [reply] = await store.insert([customer]);
      return reply === undefined ? undefined : outcomeOf(reply, INSERTED);
    }
  }
}

/**
 * Settles records whose conditional write met something else than expected: reads them again, strongly consistent,
 * and skips, writes or fails each by what is there now; again for those that change meanwhile.
 */
export async function settleCollisions<C extends PreparedCustomer>(
  job: BulkJob,
  store: CustomerStore,
  intent: Intent,
  customers: readonly C[],
  settle: (customer: C, outcome: Outcome) => void,
): Promise<void> {
  let open = customers;
  for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
    const found = new Map<string, StoredCustomer>();
    const ids = open.map(({ customerId }) => customerId);
    await store.getMany(ids, true, (stored) => found.set(stored.customerId, stored));
    const lost: C[] = [];
    for (const customer of open) {
      const decision = decideCollision(job, intent, customer, found.get(customer.customerId));
      const outcome = await act(store, customer, decision);
      if (outcome) settle(customer, outcome);
      else lost.push(customer);
    }
    open = lost;
  }
  for (const customer of open) settle(customer, failed(CONTENDED));
}
