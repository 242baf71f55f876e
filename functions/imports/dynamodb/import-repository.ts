import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { AuditEntry } from '../../shared/domain/audit/audit-entry.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { auditPut } from '../../shared/dynamodb/audit-item.ts';
import { overwrite } from '../../shared/dynamodb/overwrite.ts';
import { all, first, page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact, writeTogether } from '../../shared/dynamodb/transact.ts';
import type { Import, ImportOutcome, StageProgress } from '../domain/import.ts';
import type { SourceVersion } from '../domain/import-id.ts';
import type { Lease } from '../domain/lifecycle/lease.ts';
import { allowedIn, ENDINGS, type NewImport, type StatusChange, TRANSITIONS } from '../domain/lifecycle/transitions.ts';
import { type EndEffects, type HeldTable, type ImportRepository, StaleFence, type WaitingTable } from '../ports.ts';
import { correctionsOf, correctionWrites } from './correction-item.ts';
import { addToCounters } from './counters-item.ts';
import {
  fromImportItem,
  IMPORT_ATTRIBUTES,
  importIdAtEnd,
  importKey,
  importsOfTable,
  toImportItem,
} from './import-item.ts';
import {
  endLease,
  freeDrainedLease,
  fromHeldLeaseItem,
  fromLeaseItem,
  grantLease,
  heldLeases,
  leaseKey,
} from './lease-item.ts';
import { allQueues, fromQueueItem, QUEUE_SORT_PREFIX, queueKey, queuePartition, toQueueItem } from './queue-item.ts';
import { scheduleRunWrites } from './schedule-run-items.ts';
import { statusGuard } from './status-guard.ts';
import { uploadKey } from './upload-item.ts';

/** Of all queues together: far more than a contact centre has files, and read in a few seconds. */
const MOST_QUEUED = 100_000;
/** A position beyond this one is reported as this one. */
const MOST_COUNTED = 1_000;
const LEASES_PER_PAGE = 100;

export class DynamoImportRepository implements ImportRepository {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async create(created: NewImport, entry?: AuditEntry): Promise<'created' | 'exists'> {
    const record: TransactWriteItem = {
      Put: { TableName: this.#table, Item: toImportItem(created), ConditionExpression: 'attribute_not_exists(PK)' },
    };
    const writes = [
      record,
      ...scheduleRunWrites(this.#table, created),
      ...correctionWrites(this.#table, created),
      ...this.#audit(entry),
    ];
    return (await writeTogether(this.#client, writes)).length === 0 ? 'created' : 'exists';
  }

  async find(importId: string): Promise<Import | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: toItem({ ...importKey(importId) }), ConsistentRead: true }),
    );
    return Item && fromImportItem(Item);
  }

  async list(tablePrefix: string, request: PageRequest): Promise<Page<Import>> {
    const found = await page(this.#client, importsOfTable(this.#table, tablePrefix), request);
    return { ...found, items: readEach(found.items, fromImportItem) };
  }

  async listCorrections(importId: string, request: PageRequest): Promise<Page<string>> {
    const { items, ...rest } = await page(this.#client, correctionsOf(this.#table, importId), request);
    const ids = items.map(({ SK }) => importIdAtEnd(SK?.S));
    return { ...rest, items: ids.filter((id) => id !== undefined) };
  }

  async readLease(tablePrefix: string): Promise<Lease> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: toItem({ ...leaseKey(tablePrefix) }), ConsistentRead: true }),
    );
    return fromLeaseItem(Item);
  }

  async nextInQueue(tablePrefix: string, skipped: ReadonlySet<string> = new Set()): Promise<string | undefined> {
    const keys = { partition: queuePartition(tablePrefix), sortPrefix: QUEUE_SORT_PREFIX, isConsistent: true };
    const queue = { table: this.#table, ...keys };
    if (skipped.size === 0) return importIdAtEnd((await first(this.#client, queue))?.SK?.S);
    const entries = await page(this.#client, queue, { limit: skipped.size + 1, after: undefined });
    return entries.items.map(({ SK }) => importIdAtEnd(SK?.S)).find((id) => id !== undefined && !skipped.has(id));
  }

  async queuePosition(queued: Import): Promise<number> {
    const keys = { partition: queuePartition(queued.prefix), sortPrefix: QUEUE_SORT_PREFIX, attributes: [] };
    const { items } = await page(
      this.#client,
      { table: this.#table, ...keys },
      { limit: MOST_COUNTED, after: undefined },
    );
    const own = queueKey(queued).SK;
    return items.filter(({ SK }) => SK?.S !== undefined && SK.S < own).length + 1;
  }

  async waitingTables(): Promise<WaitingTable[]> {
    const heads = new Map<string, WaitingTable>();
    const entries = await all(this.#client, allQueues(this.#table), MOST_QUEUED);
    for (const entry of entries.map(fromQueueItem)) if (!heads.has(entry.prefix)) heads.set(entry.prefix, entry);
    return [...heads.values()];
  }

  async *heldTables(): AsyncGenerator<HeldTable> {
    let after: string | undefined;
    do {
      const found = await page(this.#client, heldLeases(this.#table), { limit: LEASES_PER_PAGE, after });
      yield* found.items.map(fromHeldLeaseItem);
      after = found.next;
    } while (after !== undefined);
  }

  async claim(queued: Import, lease: Lease, startedAt: string): Promise<'claimed' | 'lost'> {
    const isQueued = statusGuard(TRANSITIONS.start.from, { attempt: queued.attempt });
    const unmet = await transact(this.#client, [
      grantLease(this.#table, queued, lease, startedAt),
      this.#leaveQueue(queued),
      {
        Update: {
          TableName: this.#table,
          Key: toItem({ ...importKey(queued.importId) }),
          // A resumed import keeps its first start time, because its customers are compared with that time.
          UpdateExpression: 'SET #status = :to, fence = :granted, startedAt = if_not_exists(startedAt, :now)',
          ...isQueued,
          ExpressionAttributeValues: {
            ...isQueued.ExpressionAttributeValues,
            ...toItem({ ':to': TRANSITIONS.start.to, ':granted': lease.fence + 1, ':now': startedAt }),
          },
        },
      },
    ]);
    return unmet.length === 0 ? 'claimed' : 'lost';
  }

  async end(
    running: Import,
    outcome: ImportOutcome,
    { added, isDryRun = false }: EndEffects = {},
  ): Promise<'ended' | 'lost'> {
    const ended: Import = { ...running, ...outcome };
    const { endedAt } = outcome;
    const drainsUntil = ended.drainsUntil !== undefined && ended.drainsUntil > endedAt ? ended.drainsUntil : undefined;
    const mayHaveWritten = !isDryRun && outcome.status !== 'rejected';
    const unmet = await transact(this.#client, [
      endLease(this.#table, running, { endedAt, drainsUntil, mayHaveWritten }),
      {
        Update: overwrite(
          this.#table,
          toImportItem(ended),
          IMPORT_ATTRIBUTES,
          statusGuard(allowedIn(ENDINGS[outcome.status]), { fence: running.fence }),
        ),
      },
      ...(added ? [addToCounters(this.#table, running.prefix, added)] : []),
    ]);
    return unmet.length === 0 ? 'ended' : 'lost';
  }

  async freeDrained(tablePrefix: string, { fence }: Lease, now: string): Promise<void> {
    await this.#updateIf(freeDrainedLease(this.#table, tablePrefix, fence, now));
  }

  async nameUpload(source: SourceVersion, importId: string): Promise<string> {
    const { Attributes } = await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: toItem({ ...uploadKey(source) }),
        UpdateExpression: 'SET importId = if_not_exists(importId, :id)',
        ExpressionAttributeValues: toItem({ ':id': importId }),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes?.importId?.S ?? importId;
  }

  async move({ before, after }: StatusChange, entry?: AuditEntry): Promise<'moved' | 'lost'> {
    const writes: TransactWriteItem[] = [
      {
        Update: overwrite(
          this.#table,
          toImportItem(after),
          IMPORT_ATTRIBUTES,
          statusGuard([before.status], { attempt: before.attempt }),
        ),
      },
    ];
    if (after.status === 'queued') writes.push(this.#joinQueue(after));
    else if (before.status === 'queued') writes.push(this.#leaveQueue(before));
    writes.push(...this.#audit(entry));
    return (await transact(this.#client, writes)).length === 0 ? 'moved' : 'lost';
  }

  async requestCancel({ importId, fence }: Import, at: string, entry: AuditEntry): Promise<'requested' | 'lost'> {
    const change = 'cancelRequestedAt = if_not_exists(cancelRequestedAt, :new)';
    const Update = this.#runningUpdate(importId, fence, change, at);
    const unmet = await transact(this.#client, [{ Update }, ...this.#audit(entry)]);
    return unmet.length === 0 ? 'requested' : 'lost';
  }

  async reportProgress(importId: string, fence: number, progress: StageProgress): Promise<void> {
    const update = this.#runningUpdate(importId, fence, 'progress = :new', JSON.stringify(progress));
    const isRunning = await this.#updateIf(update);
    if (!isRunning) throw new StaleFence(`Import ${importId} no longer runs under fence ${fence}`);
  }

  #audit(entry: AuditEntry | undefined): TransactWriteItem[] {
    return entry ? [auditPut(this.#table, entry)] : [];
  }

  /** Its condition fails when the import does not run under the fence. */
  #runningUpdate(importId: string, fence: number, change: string, value: string) {
    const isRunning = statusGuard(TRANSITIONS['request-cancel'].from, { fence });
    return {
      TableName: this.#table,
      Key: toItem({ ...importKey(importId) }),
      UpdateExpression: `SET ${change}`,
      ...isRunning,
      ExpressionAttributeValues: { ...isRunning.ExpressionAttributeValues, ...toItem({ ':new': value }) },
    };
  }

  /** @returns false when the condition does not hold */
  async #updateIf(input: UpdateItemCommandInput): Promise<boolean> {
    try {
      await this.#client.send(new UpdateItemCommand(input));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  #joinQueue(queued: Import): TransactWriteItem {
    return { Put: { TableName: this.#table, Item: toQueueItem(queued) } };
  }

  #leaveQueue(queued: Import): TransactWriteItem {
    const Key = toItem({ ...queueKey(queued) });
    return { Delete: { TableName: this.#table, Key, ConditionExpression: 'attribute_exists(PK)' } };
  }
}
