import type { BulkJob } from './bulk-job.ts';
import type { Intent } from './check-customer.ts';
import type { ValuesBefore } from './customer-fields.ts';
import { isSuperseded } from './import-superseded.ts';
import type { PreparedCustomer } from './prepared-customer.ts';
import { isUnchanged, type StoredCustomer, valuesBefore } from './stored-customer.ts';

/** The next action for a record whose write failed its condition. */
export type Decision =
  | {
      readonly action:
        | 'insert'
        | 'inserted'
        | 'updated'
        | 'ignored'
        | 'taken'
        | 'deleted'
        | 'absent'
        | 'superseded'
        | 'changed';
    }
  | { readonly action: 'replace'; readonly version: number }
  | {
      readonly action: 'update';
      readonly version: number;
      readonly before: ValuesBefore;
      /** Whether a mapped field has another value than when the record was compared. */
      readonly overwrites: boolean;
    };

/** A record to write; of an update with the values that it was compared with. */
export type ComparedCustomer = PreparedCustomer & { readonly before?: ValuesBefore };

function isSame(one: ValuesBefore, other: ValuesBefore): boolean {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...codes].every((code) => one[code] === other[code]);
}

/**
 * Decides by the customer that a strongly consistent read returned; `stored` is undefined if there is none. A higher
 * fence is checked first: with it the import has lost the CRM table, and nothing else matters.
 */
export function decideCollision(
  job: BulkJob,
  intent: Intent,
  customer: ComparedCustomer,
  stored: StoredCustomer | undefined,
): Decision {
  const isUpdateOnly = job.mode === 'update-only';
  if (!stored) return { action: isUpdateOnly ? 'absent' : 'insert' };
  if (isSuperseded(job, stored)) return { action: 'superseded' };
  // This import wrote the customer before, perhaps under a lower fence. Later updates by an agent stay.
  if (stored.importId === job.importId) return { action: intent === 'insert' ? 'inserted' : 'updated' };
  if (job.generatedIds) return { action: 'taken' };
  if (stored.deletedAt !== undefined) {
    const wasDeletedBefore = Date.parse(stored.deletedAt) < Date.parse(job.startedAt);
    if (!wasDeletedBefore) return { action: 'deleted' };
    return isUpdateOnly ? { action: 'absent' } : { action: 'replace', version: stored.version };
  }
  if (job.mode === 'insert-only') return { action: 'ignored' };
  if (isUnchanged(job, stored, customer.cells)) return { action: 'ignored' };
  const before = valuesBefore(job, stored, customer.cells);
  // A customer that was absent when the record was compared has been created since.
  const overwrites = customer.before === undefined || !isSame(before, customer.before);
  if (overwrites && job.conflicts === 'agent-wins') return { action: 'changed' };
  return { action: 'update', version: stored.version, before, overwrites };
}
