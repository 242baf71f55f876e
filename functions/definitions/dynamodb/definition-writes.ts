import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { foldName } from '../../shared/domain/text.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { overwrite } from '../../shared/dynamodb/overwrite.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionRefusal, FormerDefault } from '../ports.ts';
import {
  DEFINITION_ATTRIBUTES,
  defaultKey,
  definitionKey,
  nameKey,
  toDefinitionItem,
  toDefinitionVersionItem,
} from './definition-item.ts';

/** One write of a transaction, and what it means if its condition does not hold. */
export interface GuardedWrite<Refusal> {
  readonly write: TransactWriteItem;
  readonly refusal: Refusal;
}

type Write = GuardedWrite<DefinitionRefusal>;

const isNew = { ConditionExpression: 'attribute_not_exists(PK)' };

const atVersion = (version: number) => ({
  ConditionExpression: 'version = :version',
  ExpressionAttributeValues: toItem({ ':version': version }),
});

/** The writes that make `after` of `before` (of nothing, for a new definition), all or none. */
export function definitionWrites(
  TableName: string,
  before: Definition | undefined,
  after: Definition,
  former: FormerDefault | undefined,
): Write[] {
  return [
    ...stateWrites(TableName, before, after, 'stale'),
    ...nameWrites(TableName, before, after),
    ...defaultWrites(TableName, before, after, former),
  ];
}

function stateWrites(
  TableName: string,
  before: Definition | undefined,
  after: Definition,
  refusal: DefinitionRefusal,
): Write[] {
  const item = toDefinitionItem(after);
  const write: TransactWriteItem = before
    ? { Update: overwrite(TableName, item, DEFINITION_ATTRIBUTES, atVersion(before.version)) }
    : { Put: { TableName, Item: item, ...isNew } };
  return [
    { write, refusal },
    { write: { Put: { TableName, Item: toDefinitionVersionItem(after), ...isNew } }, refusal },
  ];
}

function nameWrites(TableName: string, before: Definition | undefined, after: Definition): Write[] {
  if (before && foldName(before.name) === foldName(after.name)) return [];
  const Item = toItem({ ...nameKey(after), definitionId: after.definitionId });
  const release: Write[] = before
    ? [{ write: { Delete: { TableName, Key: toItem({ ...nameKey(before) }) } }, refusal: 'stale' }]
    : [];
  return [...release, { write: { Put: { TableName, Item, ...isNew } }, refusal: 'name-taken' }];
}

function defaultWrites(
  TableName: string,
  before: Definition | undefined,
  after: Definition,
  former: FormerDefault | undefined,
): Write[] {
  const refusal = 'default-changed';
  if ((before?.isDefault ?? false) === after.isDefault) return [];
  if (!after.isDefault)
    return [{ write: { Delete: { TableName, Key: toItem({ ...defaultKey(after.prefix) }) } }, refusal }];
  const guard = former
    ? {
        ConditionExpression: 'definitionId = :former',
        ExpressionAttributeValues: toItem({ ':former': former.before.definitionId }),
      }
    : isNew;
  const Item = toItem({ ...defaultKey(after.prefix), definitionId: after.definitionId });
  return [
    { write: { Put: { TableName, Item, ...guard } }, refusal },
    ...(former ? stateWrites(TableName, former.before, former.after, refusal) : []),
  ];
}

/** The writes that remove a definition, and what was kept for it alone; its versions stay. */
export function deletionWrites(
  TableName: string,
  definition: Definition,
  holders: TransactWriteItem,
): Array<GuardedWrite<'stale' | 'in-use'>> {
  const { prefix, definitionId, version, isDefault } = definition;
  const Key = toItem({ ...definitionKey(prefix, definitionId) });
  return [
    { write: { Delete: { TableName, Key, ...atVersion(version) } }, refusal: 'stale' },
    { write: holders, refusal: 'in-use' },
    { write: { Delete: { TableName, Key: toItem({ ...nameKey(definition) }) } }, refusal: 'stale' },
    ...(isDefault
      ? [{ write: { Delete: { TableName, Key: toItem({ ...defaultKey(prefix) }) } }, refusal: 'stale' as const }]
      : []),
  ];
}
