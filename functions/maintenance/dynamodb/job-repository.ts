import { closeTable } from '../../crm-tables/index.ts';
import { closeQueue, reopenQueue } from '../../imports/index.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlTable, type GuardedWrite, insert, updateItem } from '../../shared/dynamodb/control-table.ts';
import { all } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { FIRST_STAGE, type Job } from '../domain/job.ts';
import type { HeldJob, JobRepository, StartRejection } from '../ports.ts';
import { dueKeys, fromJobItem, jobKey, jobList, jobOfDue, toJobAttributes } from './job-item.ts';
import { MAINTENANCE_INDEX_PARTITIONS } from './partitions.ts';

/** Far more jobs than an installation has at once. */
const MOST_DUE = 1_000;

/** The attributes that a worker changes. */
const CHANGED = ['status', 'endedAt', 'stage', 'waitsFor', 'removed', 'blockers', 'remains', 'progress'] as const;

/** Sets what has a value and removes what has none, if the worker still holds the job. */
function saving({ job, progress, heldUntil }: HeldJob, further: { readonly removed: readonly string[] }) {
  const values: Readonly<Record<string, unknown>> = toJobAttributes(job, progress);
  const set = CHANGED.filter((name) => values[name] !== undefined);
  const removed = [...CHANGED.filter((name) => values[name] === undefined), ...further.removed];
  const removal = removed.length === 0 ? '' : ` REMOVE ${removed.map((name) => `#${name}`).join(', ')}`;
  return {
    UpdateExpression: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')}${removal}`,
    ConditionExpression: 'heldUntil = :held',
    ExpressionAttributeNames: Object.fromEntries([...set, ...removed].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: toItem({
      ...Object.fromEntries(set.map((name) => [`:${name}`, values[name]])),
      ':held': heldUntil,
    }),
  };
}

export function jobRepository(control: ControlTable): JobRepository {
  async function write(held: HeldJob, removed: readonly string[]): Promise<'saved' | 'lost'> {
    const update = updateItem(jobKey(held.job), saving(held, { removed }), 'lost' as const);
    return (await control.write([update])) === 'written' ? 'saved' : 'lost';
  }

  return {
    start(job, tables, entry) {
      const record = { ...jobKey(job), ...dueKeys(job), ...toJobAttributes(job, FIRST_STAGE) };
      const writes: GuardedWrite<StartRejection>[] = [
        insert<StartRejection>(record, 'exists'),
        ...tables.flatMap((table) => [
          ...closeTable<StartRejection>(table, job.jobId, 'table-gone'),
          closeQueue<StartRejection>(table.prefix, job.jobId, 'import-running'),
        ]),
      ];
      return control.writeAudited(writes, entry);
    },
    startErasure(job, person, entry) {
      const [tablePrefix = ''] = job.prefixes;
      const attributes = { ...toJobAttributes(job, FIRST_STAGE), person: JSON.stringify(person) };
      return control.writeAudited<StartRejection>(
        [
          insert<StartRejection>({ ...jobKey(job), ...dueKeys(job), ...attributes }, 'exists'),
          closeQueue<StartRejection>(tablePrefix, job.jobId, 'import-running'),
        ],
        entry,
      );
    },
    async reopenQueue(tablePrefix) {
      await control.write([reopenQueue(tablePrefix, undefined)]);
    },
    async find(accountPrefix, jobId) {
      const item = await control.get(jobKey({ accountPrefix, jobId }));
      return item && fromJobItem(item).job;
    },
    async list(accountPrefix, request) {
      const page = await control.page(jobList(accountPrefix), request);
      return { ...page, items: readEach(page.items, (item): Job => fromJobItem(item).job) };
    },
    async due() {
      const list = {
        table: control.name,
        partition: MAINTENANCE_INDEX_PARTITIONS.due,
        sortPrefix: '',
        inIndex: { keyOf: (position: string) => jobKey(jobOfDue(position)) },
        attributes: [],
      };
      const items = await all(control.client, list, MOST_DUE);
      return items.flatMap(({ GSI1SK }) => (GSI1SK?.S === undefined ? [] : [jobOfDue(GSI1SK.S)]));
    },
    async take(id, now, until) {
      const take = {
        UpdateExpression: 'SET heldUntil = :until',
        ConditionExpression: 'attribute_exists(GSI1PK) AND (attribute_not_exists(heldUntil) OR heldUntil < :now)',
        ExpressionAttributeValues: toItem({ ':until': until.toISOString(), ':now': now.toISOString() }),
      };
      if ((await control.write([updateItem(jobKey(id), take, 'held' as const)])) !== 'written') return undefined;
      const item = await control.get(jobKey(id));
      return item && { ...fromJobItem(item), heldUntil: until.toISOString() };
    },
    save: (held) => write(held, []),
    async giveBack(held) {
      await write(held, ['heldUntil']);
    },
    async release({ job, heldUntil }) {
      const release = {
        UpdateExpression: 'REMOVE heldUntil',
        ConditionExpression: 'heldUntil = :held',
        ExpressionAttributeValues: toItem({ ':held': heldUntil }),
      };
      await control.write([updateItem(jobKey(job), release, 'lost' as const)]);
    },
    end: (held) => write(held, ['heldUntil', 'GSI1PK', 'GSI1SK', 'person']),
  };
}
