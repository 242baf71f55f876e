import { nameOfTable, tableVersions } from '../../crm-tables/index.ts';
import { definitionList } from '../../definitions/index.ts';
import { exportDefinitionList, exportList } from '../../exports/index.ts';
import { filterList } from '../../filters/index.ts';
import { importList, type TableCounters } from '../../imports/index.ts';
import { scheduleList } from '../../schedules/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import type { ContentsReader } from '../ports.ts';

/** Counts in the lists of the other contexts. */
export function contentsReader(control: ControlTable, counters: TableCounters): ContentsReader {
  return {
    async read(table) {
      const { prefix } = table;
      const [name, { customers }, imports, definitions, schedules, versions, filters, exports, exportDefinitions] =
        await Promise.all([
          nameOfTable(control, table),
          counters.read(prefix),
          control.count(importList(prefix)),
          control.count(definitionList(prefix)),
          control.count(scheduleList(prefix)),
          control.count(tableVersions(prefix)),
          control.count(filterList(prefix)),
          control.count(exportList(prefix)),
          control.count(exportDefinitionList(prefix)),
        ]);
      const saved = { filters, exports, exportDefinitions };
      return { prefix, name, customers, imports, definitions, schedules, versions, ...saved };
    },
  };
}
