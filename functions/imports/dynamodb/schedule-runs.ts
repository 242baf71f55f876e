import { type DynamoDBClient, GetItemCommand, QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlKey, scheduleKey, scheduleRunsPartition } from '../../shared/dynamodb/control-keys.ts';
import type { Import } from '../domain/import.ts';
import { hashOf, type SourceVersion } from '../domain/import-id.ts';
import type { ScheduleRun, ScheduleRuns } from '../ports.ts';
import { importKey } from './import-item.ts';

const RUN_SORT_PREFIX = 'RUN#';

const runKey = (scheduleId: string, scheduledAt: string): ControlKey => ({
  PK: scheduleRunsPartition(scheduleId),
  SK: `${RUN_SORT_PREFIX}${scheduledAt}`,
});
const missedKey = (scheduleId: string): ControlKey => ({ PK: scheduleRunsPartition(scheduleId), SK: 'MISSED' });
const fileKey = (scheduleId: string, source: SourceVersion): ControlKey => ({
  PK: scheduleRunsPartition(scheduleId),
  SK: `FILE#${hashOf(source)}`,
});

/** What is written together with the import that a schedule has made, so that each run is known and counted once. */
export function scheduleRunWrites(TableName: string, created: Import): TransactWriteItem[] {
  if (!created.schedule) return [];
  const { scheduleId, scheduledAt } = created.schedule;
  const run = { TableName, Item: toItem({ ...runKey(scheduleId, scheduledAt), importId: created.importId }) };
  const count = {
    TableName,
    Key: toItem({ ...missedKey(scheduleId) }),
    UpdateExpression: 'ADD missed :one',
    ExpressionAttributeValues: toItem({ ':one': 1 }),
  };
  const file = { TableName, Item: toItem({ ...fileKey(scheduleId, created.source), importId: created.importId }) };
  return [{ Put: run }, created.status === 'missed' ? { Update: count } : { Put: file }];
}

const JsonSchema = z.string().transform((text): unknown => JSON.parse(text));
const RunItemSchema = z.object({ importId: z.string() });

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

  async hasImported(scheduleId: string, source: SourceVersion): Promise<boolean> {
    return (await this.#get(fileKey(scheduleId, source))) !== undefined;
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
    const { importId } = RunItemSchema.parse(fromItem(run));
    const scheduledAt = run.SK?.S?.slice(RUN_SORT_PREFIX.length) ?? '';
    const { status, refusal, counts } = OutcomeSchema.parse(fromItem((await this.#get(importKey(importId))) ?? {}));
    return { scheduledAt, importId, status, ...(refusal && { reason: refusal.reason }), ...(counts && { counts }) };
  }

  async #get(key: ControlKey): Promise<Item | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: toItem({ ...key }), ConsistentRead: true }),
    );
    return Item;
  }
}
