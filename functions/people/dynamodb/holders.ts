import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type GuardedWrite, updateItem } from '../../shared/dynamodb/control-table.ts';
import type { Guard } from '../../shared/dynamodb/overwrite.ts';

/**
 * How many users refer to an item, in the item itself: a role or a group in use must not be deleted, and one that is
 * deleted at this moment must not be used. The count leaves the revision of the item as it is.
 */
export function addHolders<R>(key: ControlKey, count: 1 | -1, unknown: R): GuardedWrite<R> {
  const update = {
    UpdateExpression: 'ADD holders :count',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeValues: { ':count': { N: String(count) } },
  };
  return updateItem(key, update, unknown);
}

/** A condition on an item, and that no user refers to it. */
export function ifUnheld({ ConditionExpression, ExpressionAttributeValues, ...guard }: Guard): Guard {
  return {
    ...guard,
    ConditionExpression: `${ConditionExpression} AND (attribute_not_exists(holders) OR holders = :none)`,
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ':none': { N: '0' } },
  };
}

/** The holders to add and to remove where a set of references changes. */
export function moveHolders<R>(
  before: readonly string[],
  after: readonly string[],
  keyOf: (id: string) => ControlKey,
  unknown: R,
): GuardedWrite<R>[] {
  const added = after.filter((id) => !before.includes(id)).map((id) => addHolders(keyOf(id), 1, unknown));
  const removed = before.filter((id) => !after.includes(id)).map((id) => addHolders(keyOf(id), -1, unknown));
  return [...added, ...removed];
}
