import { readItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlTable, insert, updateItem } from '../../shared/dynamodb/control-table.ts';
import { type EntityKeys, entityRepository, entityWrites } from '../../shared/dynamodb/entity-repository.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import { type Export, ExportSchema } from '../domain/export.ts';
import {
  type ExportDefinitionPath,
  ExportDefinitionSchema,
  exportDefinitionPath,
} from '../domain/export-definition.ts';
import type { ExportDefinitionRepository, ExportRepository } from '../ports.ts';
import {
  exportDefinitionKey,
  exportDefinitionList,
  exportDefinitionNameKey,
  exportKey,
  exportList,
  lastExportKey,
} from './export-item.ts';

const DEFINITION_KEYS: EntityKeys<
  typeof ExportDefinitionSchema,
  Pick<ExportDefinitionPath, 'prefix'>,
  ExportDefinitionPath
> = {
  schema: ExportDefinitionSchema,
  list: ({ prefix }) => exportDefinitionList(prefix),
  key: ({ prefix, exportDefinitionId }) => exportDefinitionKey(prefix, exportDefinitionId),
  idOf: exportDefinitionPath,
  nameKey: exportDefinitionNameKey,
};

export const exportDefinitionRepository = (table: ControlTable): ExportDefinitionRepository =>
  entityRepository(table, DEFINITION_KEYS);

type ExportPath = Pick<Export, 'prefix' | 'exportId'>;

const KEYS: EntityKeys<typeof ExportSchema, Pick<ExportPath, 'prefix'>, ExportPath> = {
  schema: ExportSchema,
  list: ({ prefix }) => exportList(prefix),
  key: ({ prefix, exportId }) => exportKey(prefix, exportId),
  idOf: ({ prefix, exportId }) => ({ prefix, exportId }),
};

export function exportRepository(table: ControlTable): ExportRepository {
  const entity = entityRepository(table, KEYS);
  const writes = entityWrites(KEYS);
  return {
    create: (created, entry) =>
      table.writeAudited(
        [insert({ ...created, ...exportKey(created.prefix, created.exportId), revision: 1 }, 'exists' as const)],
        entry,
      ),
    find: (prefix, exportId) => entity.read({ prefix, exportId }),
    async list(prefix, request) {
      const found = await table.page({ ...exportList(prefix), newestFirst: true }, request);
      return { ...found, items: readEach(found.items, (item) => readItem(ExportSchema, item)) };
    },
    async replace(before, after, entry) {
      const all = writes.replace(before, after);
      const outcome = entry ? await table.writeAudited(all, entry) : await table.write(all);
      return outcome === 'written' ? 'written' : 'stale';
    },
    async lastOf({ prefix, exportDefinitionId }) {
      const item = await table.get(lastExportKey(prefix, exportDefinitionId));
      return item?.startedAt?.S;
    },
    async recordLast({ prefix, exportDefinitionId }, startedAt) {
      const update = {
        UpdateExpression: 'SET startedAt = :startedAt',
        ConditionExpression: 'attribute_not_exists(startedAt) OR startedAt < :startedAt',
        ExpressionAttributeValues: { ':startedAt': { S: startedAt } },
      };
      // A later export has ended before this one: its time stays.
      await table.write([updateItem(lastExportKey(prefix, exportDefinitionId), update, 'later' as const)]);
    },
  };
}
