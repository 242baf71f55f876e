import { findTable, releaseTable, reopenTable } from '../../crm-tables/index.ts';
import { reopenQueue } from '../../imports/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import type { MaintainedTables } from '../ports.ts';

export function maintainedTables(control: ControlTable): MaintainedTables {
  return {
    find: (prefix) => findTable(control, prefix),
    async release(table, jobId) {
      const outcome = await control.write(releaseTable(table, jobId, 'lost' as const));
      if (outcome === 'lost' && (await findTable(control, table.prefix))?.isClosed) {
        throw new Error(`CRM table ${table.prefix} is being deleted by another job`);
      }
    },
    async reopen(tables, jobId) {
      // A repetition finds them open.
      for (const table of tables) {
        await control.write([
          ...reopenTable(table, jobId, 'open' as const),
          reopenQueue(table.prefix, 'open' as const),
        ]);
      }
    },
  };
}
