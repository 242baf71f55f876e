import type { Removal } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { DEFINITION_SORT_PREFIX, definitionPartition, holdersKey } from './definition-item.ts';

/** The import definitions of a CRM table with their versions, names and holders. */
export const definitionRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'definitions',
    lists: ({ prefix }) => [
      { kind: 'definitions', partition: definitionPartition(prefix), sortPrefix: DEFINITION_SORT_PREFIX },
      { kind: 'definition-items', partition: definitionPartition(prefix) },
      { kind: 'definition-items', partition: holdersKey(prefix, '').PK },
    ],
  });
