import { accountKey, raiseSequence } from '../../accounts/index.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import {
  type ControlTable,
  type GuardedWrite,
  insert,
  mustExist,
  replace,
  updateItem,
} from '../../shared/dynamodb/control-table.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import type { Draft } from '../domain/draft.ts';
import type { CreateTableRejection, CrmTableRepository } from '../ports.ts';
import { DRAFT_ATTRIBUTES, draftKey, fromDraftItem, toDraftItem } from './draft-item.ts';
import { fromPointerItem, tableList, tablePointerKey, toPointerItem } from './pointer-item.ts';
import { publishWrites } from './publish-writes.ts';
import { fromTableItem, isBeingDeleted, tableKey, tablePartition, toTableItem } from './table-item.ts';
import { VERSION_SORT_PREFIX, VERSION_SUMMARY_ATTRIBUTES, versionSummary } from './version-item.ts';

function creationWrites(table: CrmTable, draft: Draft): GuardedWrite<CreateTableRejection>[] {
  return [
    mustExist(accountKey(table.accountPrefix), 'account-unknown'),
    insert(toTableItem(table), 'prefix-taken'),
    insert(toDraftItem(table.prefix, draft, 1), 'prefix-taken'),
    insert(toPointerItem(table, draft.name), 'prefix-taken'),
    raiseSequence(table.accountPrefix, 'account-unknown'),
  ];
}

function draftWrites(
  { accountPrefix, prefix }: CrmTable,
  { revision }: Revised<Draft>,
  after: Draft,
): GuardedWrite<'stale'>[] {
  const rename = {
    UpdateExpression: 'SET #name = :name',
    ExpressionAttributeNames: { '#name': 'name' },
    ExpressionAttributeValues: toItem({ ':name': after.name }),
  };
  return [
    replace(toDraftItem(prefix, after, revision + 1), { known: DRAFT_ATTRIBUTES, revision }, 'stale'),
    updateItem(tablePointerKey(accountPrefix, prefix), rename, 'stale'),
  ];
}

export function crmTableRepository(control: ControlTable): CrmTableRepository {
  return {
    create: (table, draft, entry) => control.writeAudited(creationWrites(table, draft), entry),
    async read(accountPrefix, tablePrefix) {
      const [tableItem, draftItem] = await Promise.all([
        control.get(tableKey(tablePrefix)),
        control.get(draftKey(tablePrefix)),
      ]);
      if (!tableItem || !draftItem || isBeingDeleted(tableItem)) return undefined;
      const table = fromTableItem(tableItem);
      return table.accountPrefix === accountPrefix ? { table, draft: fromDraftItem(draftItem) } : undefined;
    },
    has: async (tablePrefix) => (await control.get(tableKey(tablePrefix))) !== undefined,
    async list(accountPrefix, request) {
      const found = await control.page(tableList(accountPrefix), request);
      return { ...found, items: readEach(found.items, fromPointerItem) };
    },
    replaceDraft: (table, before, after, entry) => control.writeAudited(draftWrites(table, before, after), entry),
    publish: (version, table, draftRevision, change, entry) =>
      control.writeAudited(publishWrites(version, table, draftRevision, change), entry),
    async listVersions(tablePrefix, request) {
      const versions = {
        partition: tablePartition(tablePrefix),
        sortPrefix: VERSION_SORT_PREFIX,
        newestFirst: true,
        attributes: VERSION_SUMMARY_ATTRIBUTES,
      };
      const found = await control.page(versions, request);
      return { ...found, items: readEach(found.items, versionSummary) };
    },
  };
}
