import type { AcceptedPlan } from '../../domain/plan.ts';
import {
  chooseSearchWay,
  type ImportedRows,
  type SearchWay,
  wayOfSmallImport,
} from '../../domain/search-index/search-way.ts';
import type { TableCounters } from '../../ports.ts';

/** Reads the counters of the table only for an import that may need a generation. */
export async function decideSearchWay(
  { counters }: { readonly counters: TableCounters },
  plan: AcceptedPlan,
  rows: ImportedRows,
): Promise<SearchWay> {
  const small = wayOfSmallImport(plan, rows);
  return small ?? chooseSearchWay(plan, rows, (await counters.read(plan.prefix)).customers);
}
