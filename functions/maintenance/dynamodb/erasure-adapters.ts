import { customerErasure, historyRemoval } from '../../customers/index.ts';
import { entryRemoval, type HeldHeads, requireGeneration } from '../../search/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import type { RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import type { CustomerErasure, IndexRewrite } from '../ports.ts';

export const erasureOf = (customers: RemovalTools, search: RemovalTools): CustomerErasure => ({
  ...customerErasure(customers),
  removals: (customerId) => ({
    history: historyRemoval(customers, customerId),
    entries: entryRemoval(search, customerId),
  }),
});

export function indexRewrite(control: ControlTable, heads: Pick<HeldHeads, 'find'>): IndexRewrite {
  return {
    async order({ prefix, publishedVersion: version }, publishedAt) {
      const { sequence, cleaned } = await heads.find(prefix);
      // Without a generation there are single entries alone.
      if (version === undefined || sequence === cleaned) return;
      await control.write([requireGeneration({ prefix, version, publishedAt }, [], undefined)]);
    },
    async isNewerThan({ prefix }, at) {
      const { live, liveStartedAt, cleaned, cleanDue, sequence } = await heads.find(prefix);
      if (sequence === cleaned) return true;
      if (live === undefined || liveStartedAt === undefined || liveStartedAt <= at) return false;
      return cleanDue === undefined && cleaned >= live - 1;
    },
  };
}
