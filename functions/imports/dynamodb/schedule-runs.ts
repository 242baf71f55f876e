import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { scheduleKey } from '../../schedules/index.ts';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { all, first } from '../../shared/dynamodb/query.ts';
import type { Import } from '../domain/import.ts';
import { hashOf, type SourceVersion } from '../domain/import-id.ts';
import type { ScheduleRun, ScheduleRuns } from '../ports.ts';
import { importKey } from './import-item.ts';
import { IMPORT_PARTITIONS } from './partitions.ts';

/** A file every five minutes for nearly five years. */
const MOST_FILES = 500_000;

const RUN_SORT_PREFIX = 'RUN#';
const FILE_SORT_PREFIX = 'FILE#';

const runsPartition = (scheduleId: string): string => `${IMPORT_PARTITIONS.runs}${scheduleId}`;

const runKey = (scheduleId: string, scheduledAt: string): ControlKey => ({
  PK: runsPartition(scheduleId),
  SK: `${RUN_SORT_PREFIX}${scheduledAt}`,
});
const missedKey = (scheduleId: string): ControlKey => ({ PK: runsPartition(scheduleId), SK: 'MISSED' });
const fileKey = (scheduleId: string, source: SourceVersion): ControlKey => ({
  PK: runsPartition(scheduleId),
  SK: `${FILE_SORT_PREFIX}${hashOf(source)}`,
});

/** What is written together with the import that a schedule has made, so that each run is known and counted once. */
export function scheduleRunWrites(TableName: string, created: Import): TransactWriteItem[] {
  if (!created.schedule) return [];
  const { scheduleId, scheduledAt, passedOver, remaining } = created.schedule;
  const isMissed = created.status === 'missed';
  const run = {
    TableName,
    Key: toItem({ ...runKey(scheduleId, scheduledAt) }),
    UpdateExpression: 'SET importId = :importId, passedOver = :passedOver, remaining = :remaining ADD imports :one',
    ExpressionAttributeValues: toItem({
      ':importId': created.importId,
      ':passedOver': passedOver ?? 0,
      ':remaining': remaining ?? 0,
      ':one': 1,
    }),
    // A repeated firing may look for files when the first one has begun them all: that one missed nothing.
    ...(isMissed && { ConditionExpression: 'attribute_not_exists(PK)' }),
  };
  const count = {
    TableName,
    Key: toItem({ ...missedKey(scheduleId) }),
    UpdateExpression: 'ADD missed :one',
    ExpressionAttributeValues: toItem({ ':one': 1 }),
  };
  const file = { TableName, Item: toItem({ ...fileKey(scheduleId, created.source), importId: created.importId }) };
  return [{ Update: run }, isMissed ? { Update: count } : { Put: file }];
}

const count = z.int().min(0).default(0);
/** An item that an earlier release has written holds its import alone. */
const RunItemSchema = z.object({
  importId: z.string(),
  imports: z.int().min(1).default(1),
  passedOver: count,
  remaining: count,
});

/** No more of an import than a schedule shows of its last run. */
const OutcomeSchema = z.object({
  status: z.string(),
  refusal: jsonOf(z.object({ reason: z.string() })).optional(),
  counts: jsonOf(z.record(z.string(), z.number())).optional(),
});

/** What schedules have done, beside the imports that they have made. */
export class DynamoScheduleRuns implements ScheduleRuns {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async isKnown(prefix: string, scheduleId: string): Promise<boolean> {
    return (await this.#get(scheduleKey(prefix, scheduleId))) !== undefined;
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
    const { status, refusal, counts } = readItem(OutcomeSchema, (await this.#get(importKey(importId))) ?? {});
    const files = { ...(passedOver > 0 && { passedOver }), ...(remaining > 0 && { remaining }) };
    return {
      scheduledAt,
      imports,
      importId,
      ...files,
      status,
      ...(refusal && { reason: refusal.reason }),
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
