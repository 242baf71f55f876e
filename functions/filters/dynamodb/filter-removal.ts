import type { Removal } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { FILTER_PARTITIONS } from './partitions.ts';

/** The saved filters of a CRM table, with the claims on their names. */
export const filterRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'filters',
    lists({ prefix }) {
      const partition = `${FILTER_PARTITIONS.filters}${prefix}`;
      return [
        { kind: 'filters', partition, sortPrefix: 'FILTER#' },
        { kind: 'filter-items', partition },
      ];
    },
  });
