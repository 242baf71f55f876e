import type { Removal } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { exportDefinitionList, exportList } from './export-item.ts';

/** The exports and the export definitions of a CRM table, with the claims on their names. */
export const exportRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'exports',
    lists({ prefix }) {
      const definitions = exportDefinitionList(prefix);
      return [
        { kind: 'exports', ...exportList(prefix) },
        { kind: 'export-definitions', ...definitions },
        { kind: 'export-definition-items', partition: definitions.partition },
      ];
    },
  });
