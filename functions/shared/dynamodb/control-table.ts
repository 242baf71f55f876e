import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AuditEntry } from '../domain/audit/audit-entry.ts';
import type { Page, PageRequest } from '../domain/page.ts';
import { type Item, toItem } from './attributes.ts';
import { auditPut } from './audit-item.ts';
import type { ControlKey } from './control-key.ts';
import { atRevision, replacement } from './overwrite.ts';
import { count, type List, page } from './query.ts';
import { writeTogether } from './transact.ts';

type Unnamed<Action extends keyof TransactWriteItem> = Omit<NonNullable<TransactWriteItem[Action]>, 'TableName'>;

/** One write, without the name of the table. */
type Write =
  | { readonly ConditionCheck: Unnamed<'ConditionCheck'> }
  | { readonly Put: Unnamed<'Put'> }
  | { readonly Update: Unnamed<'Update'> }
  | { readonly Delete: Unnamed<'Delete'> };

/** One write of a transaction, and the rejection if its condition does not hold. */
export interface GuardedWrite<Rejection> {
  readonly write: Write;
  readonly rejection: Rejection;
}

type Values = ControlKey & Readonly<Record<string, unknown>>;

const IS_NEW = { ConditionExpression: 'attribute_not_exists(PK)' };

const keyOf = ({ PK, SK }: ControlKey): Item => toItem({ PK, SK });

/** Stores an item that must not exist yet. */
export function insert<R>(item: Values, rejection: R): GuardedWrite<R> {
  return { write: { Put: { Item: toItem(item), ...IS_NEW } }, rejection };
}

/**
 * Replaces an item that must still have this revision.
 * @param known the attributes that this release knows; all others of the stored item stay as they are
 */
export function replace<R>(
  item: Values,
  { known, revision }: { readonly known: readonly string[]; readonly revision: number },
  rejection: R,
): GuardedWrite<R> {
  return { write: { Update: replacement(toItem(item), known, atRevision(revision)) }, rejection };
}

/** Removes an item that must still have this revision. */
export function remove<R>(key: ControlKey, revision: number, rejection: R): GuardedWrite<R> {
  return deleteItem(key, atRevision(revision), rejection);
}

/** Updates single attributes of an item by expressions. */
export function updateItem<R>(key: ControlKey, update: Omit<Unnamed<'Update'>, 'Key'>, rejection: R): GuardedWrite<R> {
  return { write: { Update: { Key: keyOf(key), ...update } }, rejection };
}

/** Checks an item that the transaction does not write. */
export function checkItem<R>(
  key: ControlKey,
  condition: Omit<Unnamed<'ConditionCheck'>, 'Key'>,
  rejection: R,
): GuardedWrite<R> {
  return { write: { ConditionCheck: { Key: keyOf(key), ...condition } }, rejection };
}

export const mustExist = <R>(key: ControlKey, rejection: R): GuardedWrite<R> =>
  checkItem(key, { ConditionExpression: 'attribute_exists(PK)' }, rejection);

/** Claims a name: inserts an item whose key holds the name and whose attributes name the owner. */
export function claimName<R>(key: ControlKey, owner: Readonly<Record<string, string>>, rejection: R): GuardedWrite<R> {
  return insert({ ...key, ...owner }, rejection);
}

/** Deletes an item under a condition. Without one the rejection never occurs: it completes the type of the writes. */
export function deleteItem<R>(
  key: ControlKey,
  condition: Omit<Unnamed<'Delete'>, 'Key'>,
  rejection: R,
): GuardedWrite<R> {
  return { write: { Delete: { Key: keyOf(key), ...condition } }, rejection };
}

export const releaseName = <R>(key: ControlKey, rejection: R): GuardedWrite<R> => deleteItem(key, {}, rejection);

/** Moves the claim on a name where the name has changed. */
export function moveName<R>(
  before: ControlKey,
  after: ControlKey,
  owner: Readonly<Record<string, string>>,
  rejection: R,
): GuardedWrite<R>[] {
  return before.SK === after.SK ? [] : [releaseName(before, rejection), claimName(after, owner, rejection)];
}

/** Of the entries that one request writes for one object. */
const MOST_PARTS = 10;

/** The condition of the audit entry alone does not hold. */
const ENTRY_EXISTS = Symbol('entry-exists');

/** Reads and writes the small entities. */
export class ControlTable {
  readonly client: DynamoDBClient;
  readonly name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.client = client;
    this.name = name;
  }

  /** A strongly consistent read. */
  async get(key: ControlKey): Promise<Item | undefined> {
    const { Item } = await this.client.send(
      new GetItemCommand({ TableName: this.name, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item;
  }

  /** An eventually consistent read, at half the price: the item as it was up to about a second ago. */
  async getEventually(key: ControlKey): Promise<Item | undefined> {
    const { Item } = await this.client.send(new GetItemCommand({ TableName: this.name, Key: keyOf(key) }));
    return Item;
  }

  page(list: Omit<List, 'table'>, request: PageRequest): Promise<Page<Item>> {
    return page(this.client, { ...list, table: this.name }, request);
  }

  /** Counts the items of a list by strongly consistent reads; a list of the index eventually. */
  count(list: Omit<List, 'table'>): Promise<number> {
    return count(this.client, { ...list, table: this.name, isConsistent: !list.inIndex });
  }

  /**
   * Writes all or nothing.
   * @returns the rejection of the first write whose condition does not hold
   * @throws DomainError `record.too-large`
   */
  async write<R>(writes: readonly GuardedWrite<R>[]): Promise<'written' | R> {
    const outcome = await this.#write(writes, []);
    if (outcome !== ENTRY_EXISTS) return outcome;
    throw new Error('A write without an audit entry has failed at one');
  }

  /**
   * Writes what an administrative act changes, together with its audit entry: neither is stored without the other.
   * An entry is never overwritten: a further one of the same request for the same object is stored as its next part.
   */
  async writeAudited<R>(writes: readonly GuardedWrite<R>[], entry: AuditEntry): Promise<'written' | R> {
    for (let part = 1; part <= MOST_PARTS; part += 1) {
      const audit = auditPut(this.name, part === 1 ? entry : { ...entry, part });
      const outcome = await this.#write(writes, [audit]);
      if (outcome !== ENTRY_EXISTS) return outcome;
    }
    throw new Error(`One request has written more than ${MOST_PARTS} audit entries for one object`);
  }

  async #write<R>(
    writes: readonly GuardedWrite<R>[],
    audit: readonly TransactWriteItem[],
  ): Promise<'written' | R | typeof ENTRY_EXISTS> {
    const [failed] = await writeTogether(this.client, [
      ...writes.map(({ write }) => named(this.name, write)),
      ...audit,
    ]);
    if (failed === undefined) return 'written';
    const rejected = writes[failed];
    return rejected ? rejected.rejection : ENTRY_EXISTS;
  }
}

function named(TableName: string, write: Write): TransactWriteItem {
  if ('Put' in write) return { Put: { TableName, ...write.Put } };
  if ('Update' in write) return { Update: { TableName, ...write.Update } };
  if ('Delete' in write) return { Delete: { TableName, ...write.Delete } };
  return { ConditionCheck: { TableName, ...write.ConditionCheck } };
}
