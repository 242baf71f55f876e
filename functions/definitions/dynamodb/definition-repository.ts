import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { readEach } from '../../shared/dynamodb/read-each.ts';
import type { Definition } from '../domain/definition.ts';
import type { DefinitionRepository } from '../ports.ts';
import {
  DEFINITION_SORT_PREFIX,
  definitionKey,
  definitionPartition,
  fromDefinitionItem,
  versionSortPrefix,
} from './definition-item.ts';
import { definitionWrites, deletionWrites } from './definition-writes.ts';

export function definitionRepository(table: ControlTable): DefinitionRepository {
  async function page(
    list: { readonly partition: string; readonly sortPrefix: string; readonly newestFirst?: boolean },
    request: PageRequest,
  ): Promise<Page<Revised<Definition>>> {
    const found = await table.page(list, request);
    return { ...found, items: readEach(found.items, fromDefinitionItem) };
  }
  return {
    create: (created, former, entry) => table.writeAudited(definitionWrites(undefined, created, former), entry),
    replace: (before, after, former, entry) => table.writeAudited(definitionWrites(before, after, former), entry),
    remove: (definition, entry) => table.writeAudited(deletionWrites(definition), entry),
    async read({ prefix, definitionId }) {
      const item = await table.get(definitionKey(prefix, definitionId));
      return item && fromDefinitionItem(item);
    },
    list: (prefix, request) =>
      page({ partition: definitionPartition(prefix), sortPrefix: DEFINITION_SORT_PREFIX }, request),
    listVersions({ prefix, definitionId }, request) {
      const sortPrefix = versionSortPrefix(definitionId);
      return page({ partition: definitionPartition(prefix), sortPrefix, newestFirst: true }, request);
    },
  };
}
