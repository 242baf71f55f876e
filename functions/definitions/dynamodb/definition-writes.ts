import type { Revised } from '../../shared/domain/revised.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import {
  claimName,
  deleteItem,
  type GuardedWrite,
  insert,
  moveName,
  releaseName,
  remove,
  replace,
} from '../../shared/dynamodb/control-table.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionRejection, FormerDefault } from '../ports.ts';
import {
  DEFINITION_ATTRIBUTES,
  defaultKey,
  definitionKey,
  holdersKey,
  nameKey,
  toDefinitionItem,
  toDefinitionVersionItem,
} from './definition-item.ts';

type Writes = GuardedWrite<DefinitionRejection>[];

/** The writes that replace `before` (undefined for a new definition) with `after`, in one transaction. */
export function definitionWrites(
  before: Revised<Definition> | undefined,
  after: Definition,
  former: FormerDefault | undefined,
): Writes {
  const owner = { definitionId: after.definitionId };
  return [
    ...stateWrites(before, after, 'stale'),
    ...(before
      ? moveName(nameKey(before.value), nameKey(after), owner, 'name-taken' as const)
      : [claimName(nameKey(after), owner, 'name-taken' as const)]),
    ...defaultWrites(before?.value, after, former),
  ];
}

function stateWrites(
  before: Revised<Definition> | undefined,
  after: Definition,
  rejection: DefinitionRejection,
): Writes {
  const item = toDefinitionItem(after);
  return [
    before
      ? replace(item, { known: DEFINITION_ATTRIBUTES, revision: before.revision }, rejection)
      : insert(item, rejection),
    insert(toDefinitionVersionItem(after), rejection),
  ];
}

function defaultWrites(before: Definition | undefined, after: Definition, former: FormerDefault | undefined): Writes {
  const rejection = 'default-changed';
  const { prefix, definitionId, isDefault } = after;
  if ((before?.isDefault ?? false) === isDefault) return [];
  if (!isDefault) return [deleteItem(defaultKey(prefix), {}, rejection)];
  const reference = { ...defaultKey(prefix), definitionId };
  if (!former) return [insert(reference, rejection)];
  const isFormer = {
    ConditionExpression: 'definitionId = :former',
    ExpressionAttributeValues: toItem({ ':former': former.before.value.definitionId }),
  };
  return [
    { write: { Put: { Item: toItem(reference), ...isFormer } }, rejection },
    ...stateWrites(former.before, former.after, rejection),
  ];
}

/** The writes that delete a definition, its name and its default mark; its versions stay. */
export function deletionWrites({ value, revision }: Revised<Definition>): GuardedWrite<'stale' | 'in-use'>[] {
  const { prefix, definitionId, isDefault } = value;
  // DynamoDB removes a set that loses its last element.
  const isUnheld = { ConditionExpression: 'attribute_not_exists(holders)' };
  return [
    remove(definitionKey(prefix, definitionId), revision, 'stale'),
    deleteItem(holdersKey(prefix, definitionId), isUnheld, 'in-use'),
    releaseName(nameKey(value), 'stale'),
    ...(isDefault ? [deleteItem(defaultKey(prefix), {}, 'stale' as const)] : []),
  ];
}
