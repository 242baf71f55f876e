import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Hold, holdDefinition, releaseDefinition } from '../../definitions/index.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { atRevision, overwrite } from '../../shared/dynamodb/overwrite.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import type { Schedule, StoredSchedule } from '../domain/schedule.ts';
import type { ScheduleRepository } from '../ports.ts';
import {
  fromScheduleItem,
  SCHEDULE_ATTRIBUTES,
  SCHEDULE_SORT_PREFIX,
  scheduleKey,
  schedulePartition,
  toScheduleItem,
} from './schedule-item.ts';

function holdOf({ prefix, scheduleId, definition }: Schedule): Hold | undefined {
  return definition === undefined ? undefined : { prefix, definitionId: definition, holder: `schedule ${scheduleId}` };
}

export class DynamoScheduleRepository implements ScheduleRepository {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async create(created: StoredSchedule): Promise<'written' | 'exists' | 'definition-gone'> {
    const isNew = { ConditionExpression: 'attribute_not_exists(PK)' };
    const put = { Put: { TableName: this.#table, Item: toScheduleItem(created), ...isNew } };
    const failed = await transact(this.#client, [put, ...this.#hold(created.schedule)]);
    if (failed.length === 0) return 'written';
    return failed.includes(0) ? 'exists' : 'definition-gone';
  }

  async read(prefix: string, scheduleId: string): Promise<StoredSchedule | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: toItem({ ...scheduleKey(prefix, scheduleId) }),
        ConsistentRead: true,
      }),
    );
    return Item && fromScheduleItem(Item);
  }

  async list(prefix: string, request: PageRequest): Promise<Page<StoredSchedule>> {
    const keys = { table: this.#table, partition: schedulePartition(prefix), sortPrefix: SCHEDULE_SORT_PREFIX };
    const found = await page(this.#client, keys, request);
    return { ...found, items: readEach(found.items, fromScheduleItem) };
  }

  async replace(before: StoredSchedule, after: StoredSchedule): Promise<'written' | 'stale' | 'definition-gone'> {
    const guard = atRevision(before.revision);
    const change = { Update: overwrite(this.#table, toScheduleItem(after), SCHEDULE_ATTRIBUTES, guard) };
    const isSame = before.schedule.definition === after.schedule.definition;
    const holds = isSame ? [] : [...this.#hold(after.schedule), ...this.#release(before.schedule)];
    const failed = await transact(this.#client, [change, ...holds]);
    if (failed.length === 0) return 'written';
    return failed.includes(0) ? 'stale' : 'definition-gone';
  }

  async settle({ schedule, revision }: StoredSchedule): Promise<'settled' | 'stale'> {
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: toItem({ ...scheduleKey(schedule.prefix, schedule.scheduleId) }),
          UpdateExpression: 'REMOVE pending',
          ...atRevision(revision),
        }),
      );
      return 'settled';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'stale';
      throw error;
    }
  }

  async remove({ schedule, revision }: StoredSchedule): Promise<'removed' | 'stale'> {
    const Key = toItem({ ...scheduleKey(schedule.prefix, schedule.scheduleId) });
    const remove = { Delete: { TableName: this.#table, Key, ...atRevision(revision) } };
    const failed = await transact(this.#client, [remove, ...this.#release(schedule)]);
    return failed.length === 0 ? 'removed' : 'stale';
  }

  #hold(schedule: Schedule): TransactWriteItem[] {
    const hold = holdOf(schedule);
    return hold ? holdDefinition(this.#table, hold) : [];
  }

  #release(schedule: Schedule): TransactWriteItem[] {
    const hold = holdOf(schedule);
    return hold ? [releaseDefinition(this.#table, hold)] : [];
  }
}
