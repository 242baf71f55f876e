import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { type EntityKeys, entityRepository } from '../../shared/dynamodb/entity-repository.ts';
import { type FilterPath, FilterSchema, filterPath } from '../domain/filter.ts';
import type { FilterRepository } from '../ports.ts';
import { filterKey, filterList, filterNameKey } from './filter-item.ts';

const KEYS: EntityKeys<typeof FilterSchema, Pick<FilterPath, 'prefix'>, FilterPath> = {
  schema: FilterSchema,
  list: ({ prefix }) => filterList(prefix),
  key: ({ prefix, filterId }) => filterKey(prefix, filterId),
  idOf: filterPath,
  nameKey: filterNameKey,
};

export const filterRepository = (table: ControlTable): FilterRepository => entityRepository(table, KEYS);
