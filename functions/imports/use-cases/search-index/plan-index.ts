import type { PublishedTableReader } from '../../../crm-tables/index.ts';
import { type GenerationHeads, scopeOf } from '../../../search/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import { type IndexPlan, IndexPlanSchema } from '../../domain/search-index/index-plan.ts';
import type { StepInput } from '../../domain/workflow/payloads.ts';
import type { ImportRepository } from '../../ports.ts';
import { indexWork } from './index-context.ts';

export interface PlanIndexPorts {
  readonly store: ObjectStore;
  readonly heads: GenerationHeads;
  readonly imports: Pick<ImportRepository, 'readLease'>;
  readonly tables: PublishedTableReader;
  readonly limits: ImportLimits;
  readonly clock: Clock;
}

/** Begins a generation, once for an import or a job. It contains all customers, whether or not one was due. */
export function planIndex(ports: PlanIndexPorts, { importId, prefix }: StepInput): Promise<IndexPlan> {
  const { store, heads, imports, limits, clock } = ports;
  return readOrMake(store, indexWork({ importId, prefix })('index-plan', 0), IndexPlanSchema, async () => {
    // The head first: an import that takes the table afterwards has a mark that is not in it.
    const head = await heads.find(prefix);
    const { importId: holder } = await imports.readLease(prefix);
    // An import writes its generation after its customers.
    const scope = scopeOf(head, holder === importId ? undefined : holder, clock.now());
    const generation = await heads.begin(prefix);
    // The version after the number: a generation with a higher number never has an older version.
    const table = await readTable(ports, prefix);
    const { missing, marks, wanted } = scope;
    return {
      generation,
      startedAt: clock.now().toISOString(),
      scope: { missing: [...missing], marks: [...marks], ...(wanted !== undefined && { wanted }) },
      table,
      limits,
    };
  });
}

async function readTable({ tables }: PlanIndexPorts, prefix: string) {
  const found = await tables.readPublished(prefix);
  if (found.status !== 'published') throw new Error(`CRM table ${prefix} is not published`);
  return found.table;
}
