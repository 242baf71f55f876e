import type { GenerationHeads } from '../../../search/index.ts';
import type { AcceptedPlan } from '../../domain/plan.ts';
import {
  type ImportedRows,
  type PlanOfWay,
  type SearchWay,
  singlesOfRows,
} from '../../domain/search-index/search-way.ts';
import type { StepInput } from '../../domain/workflow/payloads.ts';

export interface MarkPorts {
  readonly heads: Pick<GenerationHeads, 'find' | 'mark' | 'countSingles'>;
}

/** What an import writes, and how it comes into the search index. */
export interface ChosenWay extends ImportedRows {
  readonly plan: PlanOfWay & Pick<AcceptedPlan, 'prefix'>;
  /** Undefined until it is chosen. */
  readonly search?: SearchWay | undefined;
}

/**
 * Before the first customer is written. The mark stays until a generation contains these customers, whatever becomes of the
 * import; each attempt has a mark of its own, since an earlier one may be removed while it runs. Single entries are counted.
 * @returns whether the import writes a generation after its customers
 */
export async function markGeneration(
  { heads }: MarkPorts,
  { prefix, importId, fence }: StepInput,
  { plan, search, ...rows }: ChosenWay,
): Promise<boolean> {
  if (search === undefined || plan.options.dryRun) return false;
  const isDue = search === 'generation' || (await isOlderVersion({ heads }, plan));
  if (isDue) await heads.mark(prefix, importId, fence);
  else if (search === 'singles') await heads.countSingles(prefix, singlesOfRows(plan, rows));
  return isDue;
}

/** An import that is resumed has the version of its first attempt, and writes no entries of fields that became searchable since. */
async function isOlderVersion({ heads }: MarkPorts, { prefix, table }: ChosenWay['plan']): Promise<boolean> {
  return (await heads.find(prefix)).changedIn > table.version;
}
