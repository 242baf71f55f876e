import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { requireFreeLease } from '../../imports/index.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import { draftKey } from './draft-item.ts';
import { tablePointerKey } from './pointer-item.ts';
import { tableKey } from './table-item.ts';
import { toVersionItem } from './version-item.ts';

/** The reason why the condition of one of the writes failed. */
export type PublishRejection = 'stale' | 'published-meanwhile' | 'import-running';

interface GuardedWrite {
  readonly write: TransactWriteItem;
  readonly rejection: PublishRejection;
}

/** An update, so that attributes of a newer release stay in the item. */
function tableUpdate(controlTable: string, table: CrmTable, previous: number): TransactWriteItem {
  return {
    Update: {
      TableName: controlTable,
      Key: toItem({ ...tableKey(table.prefix) }),
      UpdateExpression: 'SET publishedVersion = :version, slots = :slots, publishedCodes = :codes',
      ConditionExpression:
        previous === 0
          ? 'attribute_exists(PK) AND attribute_not_exists(publishedVersion)'
          : 'publishedVersion = :previous',
      ExpressionAttributeValues: toItem({
        ':version': table.publishedVersion,
        ':slots': JSON.stringify(table.slots),
        ':codes': JSON.stringify(table.publishedCodes),
        ':previous': previous || undefined,
      }),
    },
  };
}

/** The writes that publish a version, in one transaction. */
export function publishWrites(
  controlTable: string,
  version: PublishedTable,
  table: CrmTable,
  draftRevision: number,
): GuardedWrite[] {
  const inTable = { TableName: controlTable };
  // The draft's revision also protects the published version: a second request with the same If-Match is stale.
  const draftUpdate = {
    ...inTable,
    Key: toItem({ ...draftKey(table.prefix) }),
    UpdateExpression: 'SET revision = :next',
    ConditionExpression: 'revision = :revision',
    ExpressionAttributeValues: toItem({ ':revision': draftRevision, ':next': draftRevision + 1 }),
  };
  const pointerUpdate = {
    ...inTable,
    Key: toItem({ ...tablePointerKey(table.accountPrefix, table.prefix) }),
    UpdateExpression: 'SET publishedVersion = :version',
    ExpressionAttributeValues: toItem({ ':version': version.version }),
  };
  const versionPut = { ...inTable, Item: toVersionItem(version), ConditionExpression: 'attribute_not_exists(PK)' };
  return [
    { write: requireFreeLease(controlTable, table.prefix), rejection: 'import-running' },
    { write: { Update: draftUpdate }, rejection: 'stale' },
    { write: tableUpdate(controlTable, table, version.version - 1), rejection: 'published-meanwhile' },
    { write: { Put: versionPut }, rejection: 'published-meanwhile' },
    { write: { Update: pointerUpdate }, rejection: 'published-meanwhile' },
  ];
}
