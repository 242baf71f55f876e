import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { all } from '../../shared/dynamodb/query.ts';
import {
  type GenerationScope,
  type IndexJob,
  type IndexProgress,
  isCrowded,
  markOf,
  missingFields,
  type SearchHead,
} from '../domain/head.ts';
import type { FinishedGeneration, GenerationHeads, HeldHeads, SearchHeads } from '../generation-ports.ts';
import { DUE, dueValues, fromHeadItem, searchHeadKey } from './head-item.ts';
import { SEARCH_INDEX_PARTITIONS } from './partitions.ts';

/** Far more tables than an installation has. */
const MOST_DUE = 1_000;
const NOTHING_DUE = ['wanted', 'unindexed', 'marks', 'cleanDue']
  .map((name) => `attribute_not_exists(${name})`)
  .join(' AND ');

interface Update {
  readonly expression: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly condition?: string;
}

export class DynamoSearchHeads implements SearchHeads, GenerationHeads, HeldHeads {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, controlTable: string) {
    this.#client = client;
    this.#table = controlTable;
  }

  async read(tablePrefix: string) {
    const head = await this.#get(tablePrefix, false);
    return { live: head.live, missing: missingFields(head) };
  }

  find(tablePrefix: string): Promise<SearchHead> {
    return this.#get(tablePrefix, true);
  }

  async mark(tablePrefix: string, importId: string, fence: number): Promise<void> {
    const values = { ':marks': new Set([markOf(importId, fence)]) };
    await this.#due(tablePrefix, { expression: `SET ${DUE} ADD marks :marks`, values });
  }

  async countSingles(tablePrefix: string, singles: number): Promise<void> {
    const head = await this.#add(tablePrefix, 'singles', singles);
    if (isCrowded(head)) await this.#due(tablePrefix, { expression: `SET ${DUE}`, values: {} });
  }

  async begin(tablePrefix: string): Promise<number> {
    return (await this.#add(tablePrefix, 'sequence', 1)).sequence;
  }

  async flip(tablePrefix: string, finished: FinishedGeneration, scope: GenerationScope) {
    const { generation, startedAt, flippedAt, customers, entries } = finished;
    const values = {
      ...{ ':live': generation, ':startedAt': startedAt, ':customers': customers, ':entries': entries },
      ':now': flippedAt,
    };
    const set = `SET live = :live, liveStartedAt = :startedAt, flippedAt = :now, customers = :customers, entries = :entries, cleanDue = :live, ${DUE} REMOVE progress, singles`;
    const isNewer = '(attribute_not_exists(live) OR live < :live)';
    const outcome = await this.#due(tablePrefix, { expression: set, values, condition: isNewer });
    // The blocks of a generation that never was live are older ones, whether or not the later one was cleaned up.
    if (!outcome) {
      const again = `SET cleanDue = live, cleaned = :before, ${DUE}`;
      const before = { ':before': generation - 1 };
      await this.#due(tablePrefix, { expression: again, values: before, condition: 'cleaned > :before' });
    }
    await this.#release(tablePrefix, scope);
    return outcome ? 'live' : 'superseded';
  }

  async report(tablePrefix: string, progress: IndexProgress): Promise<void> {
    const values = { ':progress': JSON.stringify(progress) };
    await this.#update(tablePrefix, { expression: 'SET progress = :progress', values });
  }

  async cleaned(tablePrefix: string, generation: number): Promise<void> {
    const values = { ':generation': generation };
    const expression = 'SET cleaned = :cleaned REMOVE cleanDue';
    const condition = 'cleanDue = :generation';
    await this.#update(tablePrefix, { expression, values: { ...values, ':cleaned': generation - 1 }, condition });
    await this.#removeFromIndex(tablePrefix);
  }

  async due(): Promise<readonly string[]> {
    const list = {
      table: this.#table,
      partition: SEARCH_INDEX_PARTITIONS.due,
      sortPrefix: '',
      inIndex: { keyOf: searchHeadKey },
    };
    const items = await all(this.#client, list, MOST_DUE);
    return items.map(({ GSI1SK }) => GSI1SK?.S).filter((prefix) => prefix !== undefined);
  }

  async takeJob(tablePrefix: string, before: IndexJob | undefined, job: IndexJob): Promise<'taken' | 'lost'> {
    const isTaken = await this.#update(tablePrefix, {
      expression: 'SET job = :job',
      values: { ':job': JSON.stringify(job), ...(before && { ':before': JSON.stringify(before) }) },
      condition: before ? 'job = :before' : 'attribute_not_exists(job)',
    });
    return isTaken ? 'taken' : 'lost';
  }

  async endJob(tablePrefix: string, id: string): Promise<void> {
    const { job } = await this.find(tablePrefix);
    if (job?.id !== id) return;
    const values = { ':job': JSON.stringify(job) };
    await this.#update(tablePrefix, { expression: 'REMOVE job', values, condition: 'job = :job' });
  }

  async hold(tablePrefix: string): Promise<void> {
    const exists = 'attribute_exists(PK)';
    await this.#update(tablePrefix, { expression: 'REMOVE GSI1PK, GSI1SK', values: {}, condition: exists });
  }

  /** Removes what a generation contains from what is due. A later publication or mark stays. */
  async #release(tablePrefix: string, { missing, marks, wanted }: GenerationScope): Promise<void> {
    const sets = Object.entries({ unindexed: missing, marks }).filter(([, elements]) => elements.length > 0);
    if (sets.length > 0) {
      const expression = `DELETE ${sets.map(([name]) => `${name} :${name}`).join(', ')}`;
      const values = Object.fromEntries(sets.map(([name, elements]) => [`:${name}`, new Set(elements)]));
      await this.#update(tablePrefix, { expression, values });
    }
    if (wanted === undefined) return;
    const values = { ':wanted': wanted };
    await this.#update(tablePrefix, { expression: 'REMOVE wanted, wantedAt', values, condition: 'wanted = :wanted' });
  }

  async #add(tablePrefix: string, name: 'sequence' | 'singles', number: number): Promise<SearchHead> {
    const { Attributes } = await this.#client.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: this.#key(tablePrefix),
        UpdateExpression: 'ADD #name :number',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: toItem({ ':number': number }),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return fromHeadItem(Attributes);
  }

  async #removeFromIndex(tablePrefix: string): Promise<void> {
    await this.#update(tablePrefix, { expression: 'REMOVE GSI1PK, GSI1SK', values: {}, condition: NOTHING_DUE });
  }

  #due(tablePrefix: string, update: Update): Promise<boolean> {
    return this.#update(tablePrefix, update, dueValues(tablePrefix));
  }

  /** @returns false if the condition does not hold */
  async #update(tablePrefix: string, { expression, values, condition }: Update, more = {}): Promise<boolean> {
    const all = { ...toItem(values), ...more };
    try {
      await this.#client.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: this.#key(tablePrefix),
          UpdateExpression: expression,
          ...(Object.keys(all).length > 0 && { ExpressionAttributeValues: all }),
          ...(condition !== undefined && { ConditionExpression: condition }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async #get(tablePrefix: string, isConsistent: boolean): Promise<SearchHead> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: this.#key(tablePrefix), ConsistentRead: isConsistent }),
    );
    return fromHeadItem(Item);
  }

  #key(tablePrefix: string) {
    return toItem({ ...searchHeadKey(tablePrefix) });
  }
}
