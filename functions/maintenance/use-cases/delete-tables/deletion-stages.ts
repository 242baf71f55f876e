import type { Clock } from '../../../shared/domain/clock.ts';
import type { Removal } from '../../../shared/domain/removal.ts';
import type { Job } from '../../domain/job.ts';
import type { IndexJobs, MaintainedTable, MaintainedTables, TableUses } from '../../ports.ts';
import { requestsEnded } from '../requests-ended.ts';
import { removalStage, type Stage } from '../stages.ts';
import type { Work } from '../work-on-job.ts';
import { findBlockers } from './find-blockers.ts';

export interface DeletionPorts {
  readonly tables: MaintainedTables;
  readonly uses: TableUses;
  readonly indexJobs: IndexJobs;
  /** In their order. */
  readonly removals: readonly Removal[];
  readonly clock: Clock;
}

/** What no job can remove. */
const REMAINS: readonly string[] = [
  'Backups of the database (point-in-time recovery) have the data for 35 days more.',
  'Entries of the audit stay as long as the audit is kept. They hold no customer.',
  'Parts of uploads that were never completed stay for 7 days.',
  'Rules that roles have for fields of the tables stay, and hold for a later table of the same prefix. They are removed on the pages of the roles.',
  'Log entries stay as long as logs are kept. They hold no customer.',
];

/** A campaign or an import that came in the same moment as the order. */
const unused = ({ tables, uses }: DeletionPorts, closed: readonly MaintainedTable[], prefix: string): Stage => ({
  name: 'check',
  prefix,
  async step({ jobId, accountPrefix }) {
    const blockers = await findBlockers(uses, accountPrefix, closed, { withSchedules: false });
    if (blockers.length === 0) return { next: 'done' };
    await tables.reopen(closed, jobId);
    return { next: 'reject', blockers };
  },
});

const indexQuiet = ({ indexJobs }: DeletionPorts, { prefix }: MaintainedTable): Stage => ({
  name: 'search-index-job',
  prefix,
  async step() {
    const state = await indexJobs.holdAndCheck(prefix);
    return state === 'free'
      ? { next: 'done' }
      : { next: 'later', why: `The search index of ${prefix} is being written.` };
  },
});

const released = ({ tables }: DeletionPorts, table: MaintainedTable): Stage => ({
  name: 'prefix',
  prefix: table.prefix,
  async step({ jobId }) {
    await tables.release(table, jobId);
    return { next: 'done' };
  },
});

/**
 * The stages of a deletion. The number of stages and their order depend on the order of the job alone, so that a stage
 * has the same place for every worker, also after the table itself is gone.
 */
export async function deletionWork(ports: DeletionPorts, { prefixes, accountPrefix }: Job): Promise<Work> {
  const gone = (prefix: string): MaintainedTable => ({
    prefix,
    accountPrefix,
    shardCount: 0,
    publishedVersion: undefined,
    isClosed: true,
  });
  const tables = await Promise.all(prefixes.map(async (prefix) => (await ports.tables.find(prefix)) ?? gone(prefix)));
  const [first = ''] = prefixes;
  const stages = [
    requestsEnded(ports.clock, first),
    unused(ports, tables, first),
    ...tables.flatMap((table) => [
      indexQuiet(ports, table),
      ...ports.removals.map((removal) => removalStage(removal, table)),
      released(ports, table),
    ]),
  ];
  return { stages, remains: REMAINS };
}
