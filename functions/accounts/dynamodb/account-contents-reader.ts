import { campaignList } from '../../campaigns/index.ts';
import { tableList } from '../../crm-tables/index.ts';
import { accountHoldersKey, accountHoldersOf } from '../../people/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import type { AccountContentsReader } from '../ports.ts';

/** Counts in the lists of the other contexts, whose items are the truth: a stored count could differ from them. */
export function accountContentsReader(table: ControlTable): AccountContentsReader {
  return {
    async countIn({ accountPrefix }) {
      const [campaigns, crmTables, holders] = await Promise.all([
        table.count(campaignList(accountPrefix)),
        table.count(tableList(accountPrefix)),
        table.get(accountHoldersKey(accountPrefix)),
      ]);
      return { campaigns, crmTables, users: accountHoldersOf(holders) };
    },
  };
}
