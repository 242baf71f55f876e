import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { PublishedTable } from '../../crm-tables/index.ts';
import { type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { transact } from '../../shared/dynamodb/transact.ts';
import { eventIdOf, placeOfEventId } from '../domain/event-place.ts';
import type { NoteEvent } from '../domain/note.ts';
import type { CustomerNotes, EditReply, NoteWrite, PinnedNotes } from '../ports.ts';
import { customerExists } from './customer-events.ts';
import { fromHistoryItem, historyKey, toHistoryItem } from './history-item.ts';
import { fromPinsItem, fromTextItem, pinsKey, textKey, toPinsItem, toTextItem } from './note-items.ts';

const NO_PINS: PinnedNotes = { notes: [], revision: 0 };

const IS_NEW = { ConditionExpression: 'attribute_not_exists(PK)' };

export function customerNotes(client: DynamoDBClient, TableName: string): CustomerNotes {
  async function get(Key: Item, ConsistentRead: boolean): Promise<Item | undefined> {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead }));
    return Item;
  }

  /** A note is pinned and released without a new revision, so its state is compared, too. */
  const noteIsUnchanged = ({ revision, isPinned }: NoteEvent) => ({
    ConditionExpression: `revision = :read AND attribute_not_exists(isDeleted) AND ${isPinned ? 'attribute_exists' : 'attribute_not_exists'}(isPinned)`,
    ExpressionAttributeValues: toItem({ ':read': revision }),
  });

  const pinsAreUnchanged = ({ revision }: PinnedNotes) =>
    revision === 0
      ? IS_NEW
      : { ConditionExpression: 'revision = :read', ExpressionAttributeValues: toItem({ ':read': revision }) };

  function putNote(table: PublishedTable, customerId: string, { note, before }: NoteWrite): TransactWriteItem {
    const condition = before ? noteIsUnchanged(before) : IS_NEW;
    return { Put: { TableName, Item: toHistoryItem(table, customerId, note), ...condition } };
  }

  const revisions = ({ revision }: NoteEvent) => Array.from({ length: revision }, (_, index) => index + 1);

  function deletedTexts(
    table: PublishedTable,
    customerId: string,
    { note, removesTexts }: NoteWrite,
  ): TransactWriteItem[] {
    if (!removesTexts) return [];
    return revisions(note).map((revision) => ({
      Delete: { TableName, Key: textKey(table, customerId, eventIdOf(note), revision) },
    }));
  }

  function furtherPuts(table: PublishedTable, customerId: string, write: NoteWrite): TransactWriteItem[] {
    const { note, text, change, pins } = write;
    const puts: TransactWriteItem[] = [];
    const put = (Item: Item, condition: object) => puts.push({ Put: { TableName, Item, ...condition } });
    if (text) put(toTextItem(table, customerId, eventIdOf(note), text), IS_NEW);
    if (change) put(toHistoryItem(table, customerId, change), IS_NEW);
    if (pins) {
      const item = toPinsItem(table, customerId, pins.after, pins.before.revision + 1);
      put(item, pinsAreUnchanged(pins.before));
    }
    return puts;
  }

  return {
    async find(table, customerId, noteId) {
      const item = await get(historyKey(table, customerId, placeOfEventId(noteId)), true);
      const [event] = readEach(item ? [item] : [], fromHistoryItem);
      return event?.kind === 'note' ? event : undefined;
    },
    async readTexts(table, customerId, noteId, wanted) {
      const items = await Promise.all(
        wanted.map((revision) => get(textKey(table, customerId, noteId, revision), false)),
      );
      return readEach(
        items.filter((item) => item !== undefined),
        fromTextItem,
      );
    },
    async readPins(table, customerId, isConsistent) {
      const item = await get(pinsKey(table, customerId), isConsistent);
      return item ? fromPinsItem(item) : NO_PINS;
    },
    async write(table, customer, write): Promise<EditReply> {
      const { customerId } = customer;
      const writes = [
        customerExists(TableName, table, customer),
        putNote(table, customerId, write),
        ...furtherPuts(table, customerId, write),
        ...deletedTexts(table, customerId, write),
      ];
      return (await transact(client, writes)).length === 0 ? 'written' : 'condition-failed';
    },
  };
}
