import type { BulkJob } from '../domain/bulk-job.ts';
import type { Cells, ValuesBefore } from '../domain/customer-fields.ts';
import { ImportSuperseded, isSuperseded } from '../domain/import-superseded.ts';
import { chooseReadMethod, estimateRead, type ReadEstimate, type ReadMethod } from '../domain/read-method.ts';
import { isUnchanged, type StoredCustomer, valuesBefore } from '../domain/stored-customer.ts';
import type { CustomerStore } from '../ports.ts';

/** A record of a file to compare with the table. */
export interface Draft {
  readonly customerId: string;
  readonly cells: Cells;
}

/** The result for one draft; a deleted customer is absent. `version` is the compared one. */
export type Match =
  | { readonly kind: 'absent' | 'equal' }
  | { readonly kind: 'different'; readonly version: number; readonly before: ValuesBefore };

export interface Matches {
  /** In the order of the drafts. */
  readonly matches: readonly Match[];
  readonly method: ReadMethod;
  /** The basis of the choice of method; undefined if one BatchGetItem suffices and nothing was estimated. */
  readonly estimate: ReadEstimate | undefined;
}

export interface MatchOptions {
  /** Strongly consistent reads, at twice the price. */
  readonly consistent: boolean;
  /**
   * Called between two requests; after it returns false the matches are incomplete. @param found customers read so far
   */
  readonly shouldContinue?: (found: number) => boolean;
}

const ABSENT: Match = Object.freeze({ kind: 'absent' });
const EQUAL: Match = Object.freeze({ kind: 'equal' });

/** The size of one BatchGetItem: an estimate would cost more than it saves. */
const TOO_FEW_TO_ESTIMATE = 100;
/** Some 6 read units at 400 bytes an item, compared with hundreds for a chunk of a file. */
const SAMPLE_ROWS = 64;

function compare(job: BulkJob, stored: StoredCustomer, cells: Cells): Match {
  if (stored.deletedAt !== undefined) return ABSENT;
  if (isUnchanged(job, stored, cells)) return EQUAL;
  return { kind: 'different', version: stored.version, before: valuesBefore(job, stored, cells) };
}

/**
 * Compares each record when its customer arrives, so that at most one page of customers is in memory.
 * @param drafts with distinct Customer IDs, in descending order of their UTF-8 bytes
 * @throws ImportSuperseded when a newer import has written one of the customers that are read
 */
export async function matchCustomers(
  job: BulkJob,
  store: CustomerStore,
  drafts: readonly Draft[],
  { consistent, shouldContinue }: MatchOptions,
): Promise<Matches> {
  const ids = drafts.map(({ customerId }) => customerId);
  const [highestId, lowestId] = [ids[0], ids.at(-1)];
  if (highestId === undefined || lowestId === undefined)
    return { matches: [], method: 'batch-get', estimate: undefined };

  const matches = drafts.map(() => ABSENT);
  const places = new Map(ids.map((id, place) => [id, place]));
  let found = 0;
  const take = (stored: StoredCustomer): void => {
    // Checked for every customer that is read, whether or not the file has it: each shows that a newer import has the
    // table.
    if (isSuperseded(job, stored)) throw new ImportSuperseded(job);
    found += 1;
    const place = places.get(stored.customerId);
    const draft = place === undefined ? undefined : drafts[place];
    if (place !== undefined && draft !== undefined) matches[place] = compare(job, stored, draft.cells);
  };

  const mayReadOn = shouldContinue && (() => shouldContinue(found));
  const range = { highestId, lowestId };
  const estimate =
    ids.length > TOO_FEW_TO_ESTIMATE
      ? estimateRead(ids, await store.sampleRange(range, SAMPLE_ROWS), job.table.shardCount)
      : undefined;
  const method = estimate ? chooseReadMethod(estimate) : 'batch-get';
  if (method === 'query') await store.readRange(range, consistent, take, mayReadOn);
  else await store.getMany(ids, consistent, take, mayReadOn);
  return { matches, method, estimate };
}
