import { foldName } from '../../shared/domain/text.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { Filter } from '../domain/filter.ts';
import { FILTER_PARTITIONS } from './partitions.ts';

const FILTER_SORT_PREFIX = 'FILTER#';

const filterPartition = (tablePrefix: string): string => `${FILTER_PARTITIONS.filters}${tablePrefix}`;

/** The filters of a CRM table, in the order of creation. */
export function filterList(tablePrefix: string) {
  return { partition: filterPartition(tablePrefix), sortPrefix: FILTER_SORT_PREFIX };
}

export function filterKey(tablePrefix: string, filterId: string): ControlKey {
  return { PK: filterPartition(tablePrefix), SK: `${FILTER_SORT_PREFIX}${filterId}` };
}

/** Reserves the name of a filter within its CRM table, regardless of case. */
export function filterNameKey({ prefix, name }: Pick<Filter, 'prefix' | 'name'>): ControlKey {
  return { PK: filterPartition(prefix), SK: `NAME#${foldName(name)}` };
}
