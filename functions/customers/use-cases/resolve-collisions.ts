import {
  absentCustomer,
  type BulkJob,
  changedMeanwhile,
  failed,
  IGNORED,
  INSERTED,
  type Outcome,
  UPDATED,
} from '../domain/bulk-job.ts';
import type { Intent } from '../domain/check-customer.ts';
import { type ComparedCustomer, type Decision, decideCollision } from '../domain/decide-collision.ts';
import { ImportSuperseded } from '../domain/import-superseded.ts';
import { type PreparedCustomer, recordProblem } from '../domain/prepared-customer.ts';
import type { StoredCustomer } from '../domain/stored-customer.ts';
import type { CustomerStore, WriteReply } from '../ports.ts';

/** In each round another writer has changed the customer between the read and the write: ten in a row mean a defect. */
const MAX_ROUNDS = 10;

const TAKEN = recordProblem('customer-id.taken', 'The generated Customer ID belongs to another customer.');
const DELETED = recordProblem('customer.deleted', 'The customer was deleted while the import was running.');
const ABSENT = absentCustomer();
const CONTENDED = recordProblem(
  'customer.contended',
  'Another writer updated the customer during each attempt to write it. Import the record again.',
);

/** The outcome of a write; undefined when its condition failed. */
function outcomeOf(reply: WriteReply | undefined, written: Outcome): Outcome | undefined {
  if (reply === undefined || reply === 'condition-failed') return undefined;
  return reply === 'written' ? written : failed(reply);
}

/** Carries out a decision. @returns undefined if the customer has changed since it was read @throws ImportSuperseded */
async function carryOut(
  job: BulkJob,
  store: CustomerStore,
  customer: PreparedCustomer,
  decision: Decision,
): Promise<Outcome | undefined> {
  switch (decision.action) {
    case 'superseded':
      throw new ImportSuperseded(job);
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
    case 'changed':
      return failed(changedMeanwhile(job.conflicts));
    case 'update': {
      const { version, before, overwrites } = decision;
      return outcomeOf(await store.update(customer, version, before), {
        ...{ kind: 'updated', before },
        ...(overwrites && { overwrites }),
      });
    }
    case 'replace':
      if (customer.missing.length > 0) return failed(...customer.missing);
      return outcomeOf(await store.replace(customer, decision.version), INSERTED);
    case 'insert':
      if (customer.missing.length > 0) return failed(...customer.missing);
      return outcomeOf((await store.insert([customer]))[0], INSERTED);
  }
}

/**
 * Resolves records whose write failed its condition: reads their customers with strong consistency, and ignores, writes
 * or fails each record. Repeats this for customers that change between the read and the write.
 * @throws ImportSuperseded when a newer import has written one of them; the records after it get no outcome
 */
export async function resolveCollisions<C extends ComparedCustomer>(
  job: BulkJob,
  store: CustomerStore,
  intent: Intent,
  customers: readonly C[],
  onOutcome: (customer: C, outcome: Outcome) => void,
): Promise<void> {
  let open = customers;
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round += 1) {
    const found = new Map<string, StoredCustomer>();
    const ids = open.map(({ customerId }) => customerId);
    await store.getMany(ids, true, (stored) => found.set(stored.customerId, stored));
    const changed: C[] = [];
    for (const customer of open) {
      const decision = decideCollision(job, intent, customer, found.get(customer.customerId));
      const outcome = await carryOut(job, store, customer, decision);
      if (outcome) onOutcome(customer, outcome);
      else changed.push(customer);
    }
    open = changed;
  }
  for (const customer of open) onOutcome(customer, failed(CONTENDED));
}
