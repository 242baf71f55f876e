import type { ConditionCheck } from '@aws-sdk/client-dynamodb';
import type { Item } from './attributes.ts';

/** A condition with its names and values. */
export type Guard = Pick<
  ConditionCheck,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const isKey = (name: string): boolean => name === 'PK' || name === 'SK';

/**
 * Replaces the attributes of an item that this release knows, and keeps all others: a Put would remove what a newer
 * release has stored.
 * @param known names of attributes; those that `item` lacks are removed
 */
export function replacement(item: Item, known: readonly string[], guard: Guard) {
  const names = new Map<string, string>();
  const nameOf = (attribute: string): string => {
    const name = `#o${names.size}`;
    names.set(name, attribute);
    return name;
  };
  const kept = Object.entries(item).filter(([attribute]) => !isKey(attribute));
  const values: Item = {};
  const set = kept.map(([attribute, value], index) => {
    values[`:o${index}`] = value;
    return `${nameOf(attribute)} = :o${index}`;
  });
  const absent = known.filter((attribute) => !isKey(attribute) && !(attribute in item));
  const remove = absent.length > 0 ? ` REMOVE ${absent.map(nameOf).join(', ')}` : '';
  const { PK, SK } = item;
  if (!PK || !SK) throw new Error('An item without its keys cannot be written');
  return {
    Key: { PK, SK },
    UpdateExpression: `SET ${set.join(', ')}${remove}`,
    ConditionExpression: guard.ConditionExpression,
    ExpressionAttributeNames: { ...Object.fromEntries(names), ...guard.ExpressionAttributeNames },
    ExpressionAttributeValues: { ...values, ...guard.ExpressionAttributeValues },
  };
}

export function overwrite(TableName: string, item: Item, known: readonly string[], guard: Guard) {
  return { TableName, ...replacement(item, known, guard) };
}

/** The item is unchanged since it was read. */
export function atRevision(revision: number): Guard {
  return {
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: { ':revision': { N: String(revision) } },
  };
}
