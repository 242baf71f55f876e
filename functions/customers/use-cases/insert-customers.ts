import { type BulkJob, failed, INSERTED, type Outcome } from '../domain/bulk-job.ts';
import { inFlight } from '../domain/in-flight.ts';
import type { PreparedCustomer } from '../domain/prepared-customer.ts';
import type { CustomerStore } from '../ports.ts';
import { resolveCollisions } from './resolve-collisions.ts';

/** DynamoDB's limit for one BatchExecuteStatement. */
const BATCH_ROWS = 25;
/** A batch of large customers ends early, so that all batches in flight fit in a worker's memory. */
const BATCH_CHARACTERS = 1_000_000;

/** Takes the next batch from the iterator; an empty one at its end. A repeated Customer ID begins a new batch. */
class Batches<C extends PreparedCustomer> {
  readonly #source: Iterator<C>;
  #held: C | undefined;

  constructor(source: Iterable<C>) {
    this.#source = source[Symbol.iterator]();
  }

  next(): readonly C[] {
    const batch: C[] = [];
    const ids = new Set<string>();
    let characters = 0;
    while (batch.length < BATCH_ROWS) {
      const customer = this.#take();
      if (!customer) break;
      const isFull = batch.length > 0 && characters + customer.characters > BATCH_CHARACTERS;
      if (isFull || ids.has(customer.customerId)) {
        this.#held = customer;
        break;
      }
      batch.push(customer);
      ids.add(customer.customerId);
      characters += customer.characters;
    }
    return batch;
  }

  #take(): C | undefined {
    const held = this.#held;
    if (held) {
      this.#held = undefined;
      return held;
    }
    const { value, done } = this.#source.next();
    return done ? undefined : value;
  }
}

async function insertBatch<C extends PreparedCustomer>(
  job: BulkJob,
  store: CustomerStore,
  batch: readonly C[],
  onOutcome: (customer: C, outcome: Outcome) => void,
): Promise<void> {
  const replies = await store.insert(batch);
  const collided: C[] = [];
  for (const [index, customer] of batch.entries()) {
    const reply = replies[index];
    if (reply === 'written') onOutcome(customer, INSERTED);
    else if (reply === undefined || reply === 'condition-failed') collided.push(customer);
    else onOutcome(customer, failed(reply));
  }
  // A statement's DuplicateItem tells neither version nor fence: both are read.
  if (collided.length > 0) await resolveCollisions(job, store, 'insert', collided, onOutcome);
}

/**
 * Inserts customers in batches, `batchesInFlight` concurrently, and calls `onOutcome` once for each customer, in the
 * order of completion. Takes customers from the iterable while other batches are in flight, so that preparing them
 * takes no extra time.
 */
export async function insertCustomers<C extends PreparedCustomer>(
  job: BulkJob,
  store: CustomerStore,
  batchesInFlight: number,
  customers: Iterable<C>,
  onOutcome: (customer: C, outcome: Outcome) => void,
): Promise<void> {
  const batches = new Batches(customers);
  await inFlight(batchesInFlight, async (stopped) => {
    while (!stopped()) {
      const batch = batches.next();
      if (batch.length === 0) return;
      await insertBatch(job, store, batch, onOutcome);
    }
  });
}
