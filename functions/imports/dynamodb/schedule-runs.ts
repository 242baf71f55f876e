import {
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  QueryCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlKey, scheduleKey, scheduleRunsPartition } from '../../shared/dynamodb/control-keys.ts';
import type { Import } from '../domain/import.ts';
import { hashOf, type SourceVersion } from '../domain/import-id.ts';
import type { ScheduleRun, ScheduleRuns } from '../ports.ts';
import { importKey } from './import-item.ts';

const RUN_SORT_PREFIX = 'RUN#';
const FILE_SORT_PREFIX = 'FILE#';

const runKey = (scheduleId: string, scheduledAt: string): ControlKey => ({
  PK: scheduleRunsPartition(scheduleId),
  SK: `${RUN_SORT_PREFIX}${scheduledAt}`,
});
const missedKey = (scheduleId: string): ControlKey => ({ PK: scheduleRunsPartition(scheduleId), SK: 'MISSED' });
const fileKey = (scheduleId: string, source: SourceVersion): ControlKey => ({
  PK: scheduleRunsPartition(scheduleId),
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

const JsonSchema = z.string().transform((text): unknown => JSON.parse(text));
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
  refusal: JsonSchema.pipe(z.object({ reason: z.string() })).optional(),
  counts: JsonSchema.pipe(z.record(z.string(), z.number())).optional(),
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
    const partition = toItem({ ':schedule': scheduleRunsPartition(scheduleId), ':file': FILE_SORT_PREFIX });
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'PK = :schedule AND begins_with(SK, :file)',
        ExpressionAttributeValues: partition,
        ProjectionExpression: 'SK',
        ConsistentRead: true,
      },
    );
    const hashes = new Set<string>();
    for await (const { Items = [] } of pages) {
      for (const { SK } of Items) hashes.add(SK?.S?.slice(FILE_SORT_PREFIX.length) ?? '');
    }
    return hashes;
  }

  async missedCount(scheduleId: string): Promise<number> {
    const item = await this.#get(missedKey(scheduleId));
    return Number(item?.missed?.N ?? 0);
  }

  async last(scheduleId: string): Promise<ScheduleRun | undefined> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'PK = :schedule AND begins_with(SK, :run)',
        ExpressionAttributeValues: toItem({ ':schedule': scheduleRunsPartition(scheduleId), ':run': RUN_SORT_PREFIX }),
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 1,
      }),
    );
    const [run] = Items;
    if (!run) return undefined;
    const { importId, imports, passedOver, remaining } = RunItemSchema.parse(fromItem(run));
    const scheduledAt = run.SK?.S?.slice(RUN_SORT_PREFIX.length) ?? '';
    const { status, refusal, counts } = OutcomeSchema.parse(fromItem((await this.#get(importKey(importId))) ?? {}));
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
