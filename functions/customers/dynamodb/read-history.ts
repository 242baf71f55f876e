import * as z from 'zod';
import { jsonOf } from '../../shared/dynamodb/attributes.ts';
import { withRetries } from '../../shared/dynamodb/with-retries.ts';
import { HistoryEventSchema } from '../domain/history-event.ts';
import type { HistoryPage, PageOfHistory } from '../ports.ts';
import { historyShard } from './history-item.ts';
import type { TableReader } from './read-customers.ts';

const ChangesSchema = jsonOf(HistoryEventSchema.shape.changes);
const EventSchema = z.object({
  kind: HistoryEventSchema.shape.kind,
  at: z.string(),
  by: z.string(),
  changes: ChangesSchema,
});

const NAMES = { '#kind': 'kind', '#at': 'at', '#by': 'by', '#changes': 'changes' };

/**
 * Reads one page of the changes by people in one shard since a time, in the order of the Customer IDs, the newest of a
 * customer first. Eventually consistent; reads the notes and the older events, too.
 */
export async function readHistoryPage(
  { calls, backOff, tableName }: TableReader,
  tablePrefix: string,
  { shard, after, since, withValues }: PageOfHistory,
): Promise<HistoryPage> {
  const partition = { S: historyShard(tablePrefix, shard) };
  const { '#changes': _, '#by': __, ...few } = NAMES;
  const names = withValues ? NAMES : few;
  const input = {
    TableName: tableName,
    KeyConditionExpression: 'PK = :shard',
    FilterExpression: '#at >= :since AND #kind IN (:created, :updated, :deleted)',
    ProjectionExpression: ['SK', ...Object.keys(names)].join(','),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: {
      ':shard': partition,
      ':since': { S: since },
      ':created': { S: 'created' },
      ':updated': { S: 'updated' },
      ':deleted': { S: 'deleted' },
    },
    ...(after !== undefined && { ExclusiveStartKey: { PK: partition, SK: { S: after } } }),
  };
  const page = await withRetries(backOff, 1, () => calls.query(input));
  const changes = (page.Items ?? []).map((item) => {
    const {
      kind,
      at,
      by,
      changes: listed,
    } = EventSchema.parse({
      kind: item.kind?.S,
      at: item.at?.S,
      by: item.by?.S ?? '',
      changes: item.changes?.S ?? '[]',
    });
    return { customerId: customerIdOf(item.SK?.S ?? ''), kind, at, by, changes: listed };
  });
  return { changes, next: page.LastEvaluatedKey?.SK?.S };
}

const customerIdOf = (sortKey: string): string => sortKey.slice(0, sortKey.indexOf('\0'));
