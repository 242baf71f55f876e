import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { batchWrite } from '../../shared/dynamodb/batch-write.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { type DocumentEvent, withoutName } from '../domain/document-event.ts';
import { type HistoryEvent, isChange, withoutValues } from '../domain/history-event.ts';
import { type NoteEvent, withoutText } from '../domain/note.ts';
import type { CustomerHistory, ShouldContinue, ValueRemoval } from '../ports.ts';
import { fromHistoryItem, historySortPrefix } from './history-item.ts';
import { notesPartitionOf } from './note-items.ts';
import { fromRemovalItem, keyOfRemoval, REMOVALS } from './removal-item.ts';

/** Four writes at the same time: a page of 100 events takes some 50 ms. */
const EVENTS_PER_PAGE = 100;

/** The event without its values, its text or its name; undefined if it has none. */
function stripped(item: Item): WriteRequest | undefined {
  const event = fromHistoryItem(item);
  if (event.kind === 'note') return event.textBytes === 0 ? undefined : strippedNote(item, event);
  if (event.kind === 'document') return event.name === '' ? undefined : strippedDocument(item, event);
  return isChange(event) ? strippedChange(item, event) : undefined;
}

function strippedNote(item: Item, note: NoteEvent): WriteRequest {
  const { beginning, textBytes } = withoutText(note);
  return { PutRequest: { Item: { ...item, ...toItem({ beginning, textBytes }) } } };
}

function strippedDocument(item: Item, document: DocumentEvent): WriteRequest {
  const { name, sha256 } = withoutName(document);
  return { PutRequest: { Item: { ...item, ...toItem({ name, sha256 }) } } };
}

function strippedChange(item: Item, { changes }: HistoryEvent): WriteRequest | undefined {
  if (changes.every((change) => change.old === undefined && change.new === undefined)) return undefined;
  const { isCut: _, ...kept } = item;
  return { PutRequest: { Item: { ...kept, changes: { S: JSON.stringify(withoutValues(changes)) } } } };
}

const deletion = ({ PK, SK }: Item): WriteRequest[] => (PK && SK ? [{ DeleteRequest: { Key: { PK, SK } } }] : []);

/** A later deletion of the same customer has replaced the removal, which then stays. */
async function unlessReplaced(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}

export function valueRemovals(
  client: DynamoDBClient,
  tableName: string,
  backOff: BackOff,
): Pick<CustomerHistory, 'findRemoval' | 'listRemovals' | 'removeValues'> {
  const write = (requests: readonly WriteRequest[]) => batchWrite(client, tableName, backOff, requests);

  const isSame = ({ deletion }: ValueRemoval) => ({
    ConditionExpression: 'deletion = :deletion',
    ExpressionAttributeValues: toItem({ ':deletion': deletion }),
  });

  function store(removal: ValueRemoval, after: string): Promise<void> {
    const { ConditionExpression, ExpressionAttributeValues } = isSame(removal);
    const input = {
      TableName: tableName,
      Key: keyOfRemoval(removal),
      UpdateExpression: 'SET #after = :after',
      ConditionExpression,
      ExpressionAttributeNames: { '#after': 'after' },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...toItem({ ':after': after }) },
    };
    return unlessReplaced(client.send(new UpdateItemCommand(input)));
  }

  function complete(removal: ValueRemoval): Promise<void> {
    const input = { TableName: tableName, Key: keyOfRemoval(removal), ...isSame(removal) };
    return unlessReplaced(client.send(new DeleteItemCommand(input)));
  }

  /** What is removed is no longer in the list, so each page begins at the deletion. */
  async function removeTexts({ partition, customerId, deletion: after }: ValueRemoval, shouldContinue: ShouldContinue) {
    const keys = { partition: notesPartitionOf(partition), sortPrefix: historySortPrefix(customerId) };
    const list = { table: tableName, ...keys, isConsistent: true, attributes: ['PK'] };
    while (shouldContinue()) {
      const { items, next } = await page(client, list, { limit: EVENTS_PER_PAGE, after });
      await write(items.flatMap(deletion));
      if (next === undefined) return true;
    }
    return false;
  }

  return {
    async findRemoval(table, customerId) {
      const Key = keyOfRemoval({ prefix: table.prefix, customerId });
      const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }));
      return Item && fromRemovalItem(Item);
    },
    async listRemovals(limit) {
      const list = { table: tableName, partition: REMOVALS, sortPrefix: '', isConsistent: true };
      return readEach((await page(client, list, { limit, after: undefined })).items, fromRemovalItem);
    },
    async removeValues(removal, shouldContinue) {
      if (!(await removeTexts(removal, shouldContinue))) return 'open';
      const { partition, customerId } = removal;
      const list = { table: tableName, partition, sortPrefix: historySortPrefix(customerId), isConsistent: true };
      let after: string | undefined = removal.after;
      while (shouldContinue()) {
        const { items, next } = await page(client, list, { limit: EVENTS_PER_PAGE, after });
        const requests = readEach(items, stripped).filter((request) => request !== undefined);
        await write(requests);
        if (next === undefined) {
          await complete(removal);
          return 'complete';
        }
        await store(removal, next);
        after = next;
      }
      return 'open';
    },
  };
}
