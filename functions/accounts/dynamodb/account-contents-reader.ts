import { campaignList } from '../../campaigns/index.ts';
import { tableList } from '../../crm-tables/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import type { AccountContentsReader } from '../ports.ts';

/** Counts in the lists of the other contexts, whose items are the truth: a stored count could differ from them. */
export function accountContentsReader(table: ControlTable): AccountContentsReader {
  return {
    async countIn({ accountPrefix }) {
      const [campaigns, crmTables] = await Promise.all([
        table.count(campaignList(accountPrefix)),
        table.count(tableList(accountPrefix)),
      ]);
      return { campaigns, crmTables };
    },
  };
}
