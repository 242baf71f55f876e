import type { Blocker } from '../../domain/job.ts';
import type { MaintainedTable, TableUses } from '../../ports.ts';

/**
 * What uses CRM tables that are to be deleted.
 * @param withSchedules once the tables are closed a schedule that is due starts nothing any more
 */
export async function findBlockers(
  uses: TableUses,
  accountPrefix: string,
  tables: readonly MaintainedTable[],
  { withSchedules }: { readonly withSchedules: boolean },
): Promise<Blocker[]> {
  const prefixes = tables.map(({ prefix }) => prefix);
  const found = await Promise.all([
    uses.campaigns(accountPrefix, prefixes),
    ...prefixes.map((prefix) => uses.imports(prefix)),
    ...(withSchedules ? prefixes.map((prefix) => uses.schedules(prefix)) : []),
  ]);
  return found.flat();
}
