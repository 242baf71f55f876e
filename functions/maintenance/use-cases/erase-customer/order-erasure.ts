import { createHash } from 'node:crypto';
import { auditEntry } from '../../../shared/domain/audit/audit-entry.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { Ids } from '../../../shared/domain/ids.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import type { Job, Person } from '../../domain/job.ts';
import type { JobRepository, JobWorker, KnownCustomers, MaintainedTables } from '../../ports.ts';

export interface OrderErasurePorts {
  readonly tables: MaintainedTables;
  readonly isKnown: KnownCustomers;
  readonly jobs: JobRepository;
  readonly worker: JobWorker;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Says which person a job was about to everyone who knows the Customer ID, or tries those of a series one by one. */
export const subjectOf = (prefix: string, customerId: string): string =>
  createHash('sha256').update(`${prefix} ${customerId}`).digest('hex');

/**
 * Orders the erasure of a customer: everything that Switchboard stores of the person. There need not be a customer any
 * more, since files of imports may still name the person; then the order has to say so: a mistyped Customer ID must not
 * look like a success.
 * @throws DomainError `crm-table.not-found`, `customer.not-found`, `crm-table.in-use` while an import runs or another job works on the table
 */
export async function orderErasure(
  ports: OrderErasurePorts,
  accountPrefix: string,
  { prefix, isAbsent, ...person }: Person & { readonly prefix: string; readonly isAbsent: boolean },
  origin: RequestOrigin,
): Promise<Job> {
  const table = await ports.tables.find(prefix);
  if (table?.accountPrefix !== accountPrefix || table.isClosed) {
    throw new DomainError('not-found', 'crm-table.not-found', `Account ${accountPrefix} has no CRM table ${prefix}.`);
  }
  if (!isAbsent && !(await ports.isKnown(table, person.customerId))) {
    const message = `CRM table ${prefix} has no customer with this Customer ID, and none was deleted in the last 30 days. Nothing was erased. To search the files for a person who is not a customer any more, confirm it with isAbsent.`;
    throw new DomainError('not-found', 'customer.not-found', message);
  }
  const subject = subjectOf(prefix, person.customerId);
  const job: Job = {
    ...{ jobId: ports.ids.newId(), accountPrefix, kind: 'erase-customer', status: 'running', prefixes: [prefix] },
    ...{ subject, createdAt: ports.clock.now().toISOString(), createdBy: origin.caller.userId, removed: [] },
  };
  const act = { kind: 'maintenance-job', action: 'erase-customer', object: job.jobId, account: accountPrefix };
  const entry = auditEntry(origin, { ...act, table: prefix, after: { prefixes: [prefix], subject } });
  const outcome = await ports.jobs.startErasure(job, person, entry);
  if (outcome !== 'written') {
    const reason = `An import runs in CRM table ${prefix}, or another job works on it. Wait until it has ended.`;
    throw new DomainError('conflict', 'crm-table.in-use', reason);
  }
  await ports.worker.start();
  return job;
}
