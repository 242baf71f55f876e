import { auditEntry } from '../../../shared/domain/audit/audit-entry.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { Ids } from '../../../shared/domain/ids.ts';
import type { RequestOrigin } from '../../../shared/domain/origin.ts';
import type { Blocker, Job } from '../../domain/job.ts';
import type {
  ContentsReader,
  JobRepository,
  JobWorker,
  MaintainedTable,
  MaintainedTables,
  TableContents,
  TableUses,
} from '../../ports.ts';
import { findBlockers } from './find-blockers.ts';

export interface OrderPorts {
  readonly tables: MaintainedTables;
  readonly uses: TableUses;
  readonly contents: ContentsReader;
  readonly jobs: JobRepository;
  readonly worker: JobWorker;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface DeletionPreview {
  readonly tables: readonly TableContents[];
  readonly blockers: readonly Blocker[];
}

/** A table of another account is answered as one that does not exist. */
async function findAll(
  { tables }: Pick<OrderPorts, 'tables'>,
  accountPrefix: string,
  prefixes: readonly string[],
): Promise<MaintainedTable[]> {
  return Promise.all(
    prefixes.map(async (prefix) => {
      const found = await tables.find(prefix);
      if (found?.accountPrefix === accountPrefix && !found.isClosed) return found;
      const reason = `Account ${accountPrefix} has no CRM table ${prefix}, or it is being deleted.`;
      throw new DomainError('not-found', 'crm-table.not-found', reason);
    }),
  );
}

/**
 * What the deletion of CRM tables would delete, and what stands in its way.
 * @throws DomainError `crm-table.not-found`
 */
export async function previewDeletion(
  ports: OrderPorts,
  accountPrefix: string,
  prefixes: readonly string[],
): Promise<DeletionPreview> {
  const tables = await findAll(ports, accountPrefix, prefixes);
  const [contents, blockers] = await Promise.all([
    Promise.all(tables.map((table) => ports.contents.read(table))),
    findBlockers(ports.uses, accountPrefix, tables, { withSchedules: true }),
  ]);
  return { tables: contents, blockers };
}

function inUse(blockers: readonly Blocker[]): DomainError {
  const violations = blockers.map(({ kind, prefix, id, name, reason }) => ({
    pointer: '/prefixes',
    code: `crm-table.used-by-${kind}`,
    detail: `${prefix}: ${kind} ${name === undefined ? id : `${name} (${id})`}. ${reason}`,
  }));
  const message = 'A CRM table that is in use cannot be deleted. Each use is named below.';
  return new DomainError('conflict', 'crm-table.in-use', message, violations);
}

/**
 * Closes CRM tables and orders their deletion: afterwards every request answers 404 for them, and no import begins. The
 * prefixes are free when the job has ended.
 * @throws DomainError `crm-table.not-found`, `crm-table.in-use`
 */
export async function orderDeletion(
  ports: OrderPorts,
  accountPrefix: string,
  prefixes: readonly string[],
  origin: RequestOrigin,
): Promise<Job> {
  const tables = await findAll(ports, accountPrefix, prefixes);
  const blockers = await findBlockers(ports.uses, accountPrefix, tables, { withSchedules: true });
  if (blockers.length > 0) throw inUse(blockers);
  const job: Job = {
    ...{ jobId: ports.ids.newId(), accountPrefix, kind: 'delete-tables', status: 'running', prefixes: [...prefixes] },
    ...{ createdAt: ports.clock.now().toISOString(), createdBy: origin.caller.userId, removed: [] },
  };
  const act = { kind: 'maintenance-job', action: 'delete-tables', object: job.jobId, account: accountPrefix };
  const outcome = await ports.jobs.start(job, tables, auditEntry(origin, { ...act, after: { prefixes } }));
  if (outcome !== 'written') throw startedMeanwhile(outcome);
  await ports.worker.start();
  return job;
}

function startedMeanwhile(outcome: string): DomainError {
  const reason =
    outcome === 'import-running'
      ? 'An import has just begun in one of the CRM tables. Wait until it has ended.'
      : 'One of the CRM tables has just been deleted by another request.';
  return new DomainError('conflict', 'crm-table.in-use', reason);
}
