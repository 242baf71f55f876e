import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Removal, RemovedTable } from '../../shared/domain/removal.ts';
import { parseStored } from '../../shared/domain/stored.ts';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { batchWrite } from '../../shared/dynamodb/batch-write.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { all } from '../../shared/dynamodb/query.ts';
import { fromImportItem, importIdAtEnd, importKey, importsOfTable } from './import-item.ts';
import { queuePartition } from './queue-item.ts';
import { runsPartition } from './schedule-run-items.ts';
import { uploadKey } from './upload-item.ts';

/** So many ids are a range of some KB, and so many imports are removed in a second. */
const IMPORTS_PER_PAGE = 50;
/** An import every five minutes for nearly five years. */
const MOST_IMPORTS = 500_000;

const RangeSchema = z.array(z.string());

const keysOf = (items: readonly Item[]): Item[] => items.flatMap(({ PK, SK }) => (PK && SK ? [{ PK, SK }] : []));

/**
 * The records of a CRM table's imports, with the claims on their files, their corrections and the runs of the schedules
 * that started them. The list is an index, which may still name what is gone: each record is read before it is counted.
 */
export function importRemoval({ client, table, backOff }: RemovalTools): Removal {
  const get = async (key: ControlKey): Promise<Item | undefined> =>
    (await client.send(new GetItemCommand({ TableName: table, Key: toItem({ ...key }), ConsistentRead: true }))).Item;

  async function idsOf({ prefix }: RemovedTable): Promise<string[]> {
    const listed = await all(client, { ...importsOfTable(table, prefix), attributes: [] }, MOST_IMPORTS);
    return listed.map(({ GSI1SK }) => importIdAtEnd(GSI1SK?.S)).filter((id) => id !== undefined);
  }

  async function removeImport(importId: string): Promise<void> {
    const item = await get(importKey(importId));
    if (!item) return;
    const { source, schedule } = fromImportItem(item);
    if (schedule) await removePartition(client, { table, backOff }, runsPartition(schedule.scheduleId));
    await batchWrite(client, table, backOff, [{ DeleteRequest: { Key: toItem({ ...uploadKey(source) }) } }]);
    // The record is the last item: while it is there, the rest is found again.
    const { PK, SK } = importKey(importId);
    await removePartition(client, { table, backOff }, PK, SK);
    await batchWrite(client, table, backOff, [{ DeleteRequest: { Key: toItem({ PK, SK }) } }]);
  }

  return {
    name: 'imports',
    async page(removed) {
      const found: string[] = [];
      for (const importId of await idsOf(removed)) {
        if ((await get(importKey(importId))) !== undefined) found.push(importId);
        if (found.length === IMPORTS_PER_PAGE) break;
      }
      if (found.length === 0) return undefined;
      return { counts: { imports: found.length }, range: JSON.stringify(found), position: 0 };
    },
    async remove(_, range) {
      for (const importId of parseStored(RangeSchema, JSON.parse(range))) await removeImport(importId);
    },
  };
}

/** The waiting imports, the lease and the counters of a CRM table. */
export const queueRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'queue',
    lists: ({ prefix }) => [{ kind: 'counters', partition: queuePartition(prefix) }],
  });

/** The runs of a schedule that is being deleted, the files that it has imported, and its missed runs. */
export const removeRunsOf = ({ client, table, backOff }: RemovalTools, scheduleId: string): Promise<void> =>
  removePartition(client, { table, backOff }, runsPartition(scheduleId));

async function removePartition(
  client: DynamoDBClient,
  { table, backOff }: Pick<RemovalTools, 'table' | 'backOff'>,
  partition: string,
  exceptSortKey?: string,
): Promise<void> {
  const list = { table, partition, sortPrefix: '', isConsistent: true, attributes: ['PK'] };
  const items = keysOf(await all(client, list, MOST_IMPORTS)).filter(({ SK }) => SK?.S !== exceptSortKey);
  await batchWrite(
    client,
    table,
    backOff,
    items.map((Key) => ({ DeleteRequest: { Key } })),
  );
}
