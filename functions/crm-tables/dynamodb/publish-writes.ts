import { requireFreeLease } from '../../imports/index.ts';
import { requireGeneration } from '../../search/index.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { type GuardedWrite, insert, updateItem } from '../../shared/dynamodb/control-table.ts';
import type { IndexChange } from '../domain/changes/index-change.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { PublishRejection } from '../ports.ts';
import { draftKey } from './draft-item.ts';
import { tablePointerKey } from './pointer-item.ts';
import { tableKey, toTableItem } from './table-item.ts';
import { toVersionItem } from './version-item.ts';

/** An update, so that attributes of a newer release stay in the item. */
function tableUpdate(table: CrmTable, previous: number): GuardedWrite<PublishRejection> {
  const { publishedVersion, publishedCodes } = toTableItem(table);
  const update = {
    UpdateExpression: 'SET publishedVersion = :version, publishedCodes = :codes',
    ConditionExpression:
      previous === 0
        ? 'attribute_exists(PK) AND attribute_not_exists(publishedVersion)'
        : 'publishedVersion = :previous',
    ExpressionAttributeValues: toItem({
      ':version': publishedVersion,
      ':codes': publishedCodes,
      ':previous': previous || undefined,
    }),
  };
  return updateItem(tableKey(table.prefix), update, 'published-meanwhile');
}

/** The writes that publish a version, all or none. */
export function publishWrites(
  version: PublishedTable,
  table: CrmTable,
  draftRevision: number,
  change: IndexChange | undefined,
): GuardedWrite<PublishRejection>[] {
  const { accountPrefix, prefix } = table;
  // The revision stands for draft and published version together: a second request with the same If-Match is stale.
  const draftUpdate = {
    UpdateExpression: 'SET revision = :next',
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: toItem({ ':revision': draftRevision, ':next': draftRevision + 1 }),
  };
  const pointerUpdate = {
    UpdateExpression: 'SET publishedVersion = :version',
    ExpressionAttributeValues: toItem({ ':version': version.version }),
  };
  return [
    requireFreeLease(prefix, 'import-running'),
    updateItem(draftKey(prefix), draftUpdate, 'stale'),
    tableUpdate(table, version.version - 1),
    insert(toVersionItem(version), 'published-meanwhile'),
    updateItem(tablePointerKey(accountPrefix, prefix), pointerUpdate, 'published-meanwhile'),
    ...(change ? [requireGeneration<PublishRejection>(version, change.missing, 'published-meanwhile')] : []),
  ];
}
