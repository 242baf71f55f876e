import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { scheduleKey } from '../../schedules/index.ts';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { all, first } from '../../shared/dynamodb/query.ts';
import type { ScheduleRun, ScheduleRuns } from '../ports.ts';
import { importKey } from './import-item.ts';
import { FILE_SORT_PREFIX, missedKey, RUN_SORT_PREFIX, runKey, runsPartition } from './schedule-run-items.ts';

/** A file every five minutes for nearly five years. */
const MOST_FILES = 500_000;

const count = z.int().min(0).default(0);
/** An item of an earlier release holds only the import id. */
const RunItemSchema = z.object({
  importId: z.string(),
  imports: z.int().min(1).default(1),
  passedOver: count,
  remaining: count,
});

/** The parts of an import that a schedule shows for its last run. */
const OutcomeSchema = z.object({
  status: z.string(),
  rejection: jsonOf(z.object({ reason: z.string() })).optional(),
  counts: jsonOf(z.record(z.string(), z.number())).optional(),
});

/** The runs of schedules: the imports, the imported files and the missed runs. */
export class DynamoScheduleRuns implements ScheduleRuns {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async isKnown(tablePrefix: string, scheduleId: string): Promise<boolean> {
    return (await this.#get(scheduleKey(tablePrefix, scheduleId))) !== undefined;
  }

  async hasRun(scheduleId: string, scheduledAt: string): Promise<boolean> {
    return (await this.#get(runKey(scheduleId, scheduledAt))) !== undefined;
  }

  async importedFiles(scheduleId: string): Promise<ReadonlySet<string>> {
    const files = {
      table: this.#table,
      partition: runsPartition(scheduleId),
      sortPrefix: FILE_SORT_PREFIX,
      isConsistent: true,
      attributes: [],
    };
    const items = await all(this.#client, files, MOST_FILES);
    return new Set(items.map(({ SK }) => SK?.S?.slice(FILE_SORT_PREFIX.length) ?? ''));
  }

  async missedCount(scheduleId: string): Promise<number> {
    const item = await this.#get(missedKey(scheduleId));
    return Number(item?.missed?.N ?? 0);
  }

  async last(scheduleId: string): Promise<ScheduleRun | undefined> {
    const run = await first(this.#client, {
      table: this.#table,
      partition: runsPartition(scheduleId),
      sortPrefix: RUN_SORT_PREFIX,
      newestFirst: true,
      isConsistent: true,
    });
    if (!run) return undefined;
    const { importId, imports, passedOver, remaining } = readItem(RunItemSchema, run);
    const scheduledAt = run.SK?.S?.slice(RUN_SORT_PREFIX.length) ?? '';
    const { status, rejection, counts } = readItem(OutcomeSchema, (await this.#get(importKey(importId))) ?? {});
    const files = { ...(passedOver > 0 && { passedOver }), ...(remaining > 0 && { remaining }) };
    return {
      scheduledAt,
      imports,
      importId,
      ...files,
      status,
      ...(rejection && { reason: rejection.reason }),
      ...(counts && { counts }),
    };
  }

  async #get(key: ControlKey): Promise<Item | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: toItem({ ...key }), ConsistentRead: true }),
    );
    return Item;
  }
}
