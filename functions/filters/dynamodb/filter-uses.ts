import { exportDefinitionList } from '../../exports/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { all } from '../../shared/dynamodb/query.ts';
import type { FilterUses } from '../ports.ts';

const MOST_DEFINITIONS = 10_000;

/** The export definitions of another context, by their keys alone. */
export const filterUses = (table: ControlTable): FilterUses => ({
  async of({ prefix, filterId }) {
    const list = { table: table.name, ...exportDefinitionList(prefix), isConsistent: true };
    const items = await all(table.client, list, MOST_DEFINITIONS);
    return items.filter(({ options }) => options?.M?.filterId?.S === filterId).flatMap(({ name }) => name?.S ?? []);
  },
});
