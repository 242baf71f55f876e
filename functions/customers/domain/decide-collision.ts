import type { BulkJob, PreparedCustomer } from './bulk-job.ts';
import type { Intent } from './check-customer.ts';
import { isUnchanged, type StoredCustomer } from './stored-customer.ts';

/** What to do with a record whose conditional write met something else than expected. */
export type Decision =
  | { readonly action: 'insert' | 'inserted' | 'updated' | 'ignored' | 'taken' | 'deleted' | 'absent' }
  | { readonly action: 'replace' | 'update'; readonly version: number };

/** Decides by what a strongly consistent read found; undefined is nothing. */
export function decideCollision(
  job: BulkJob,
  intent: Intent,
  customer: PreparedCustomer,
  stored: StoredCustomer | undefined,
): Decision {
  const makesNone = job.mode === 'update-only';
  if (!stored) return { action: makesNone ? 'absent' : 'insert' };
  // Written by an earlier attempt of this import. Whatever an agent did since then stands.
  if (stored.importId === job.importId) return { action: intent === 'insert' ? 'inserted' : 'updated' };
  if (job.generatedIds) return { action: 'taken' };
  if (stored.deletedAt !== undefined) {
    const wasDeletedBefore = Date.parse(stored.deletedAt) < Date.parse(job.startedAt);
    if (!wasDeletedBefore) return { action: 'deleted' };
    return makesNone ? { action: 'absent' } : { action: 'replace', version: stored.version };
  }
  if (job.mode === 'insert-only') return { action: 'ignored' };
  if (isUnchanged(job, stored, customer.cells)) return { action: 'ignored' };
  return { action: 'update', version: stored.version };
}
