import type { ObjectStore } from '../../../shared/domain/object-store.ts';
import { readResult } from '../../../shared/use-cases/work-objects.ts';
import { workKeys } from '../../domain/import-keys.ts';
import { type IndexPlan, IndexPlanSchema } from '../../domain/search-index/index-plan.ts';
import type { StepInput } from '../../domain/workflow/payloads.ts';
import type { CutJob } from '../sort/cut-segments.ts';
import type { SortKeys } from '../sort/sort-job.ts';

/** The stages by which a generation is written; a stage of the sort has its results in the folder of one of them. */
type IndexStage = 'index-plan' | 'index-read' | 'index-cut' | 'index-write';

/** A generation that is being written by an import or by a job of its own. */
export interface IndexContext {
  readonly store: ObjectStore;
  readonly plan: IndexPlan;
  readonly work: (stage: IndexStage, chunk: number, suffix?: string) => string;
}

type Work = Pick<StepInput, 'importId' | 'prefix'>;

export const indexWork =
  ({ prefix, importId }: Work): IndexContext['work'] =>
  (stage, chunk, suffix) =>
    workKeys(prefix, importId).work(stage, chunk, suffix);

export async function openIndex(store: ObjectStore, input: Work): Promise<IndexContext> {
  const work = indexWork(input);
  return { store, plan: await readResult(store, work('index-plan', 0), IndexPlanSchema), work };
}

/** Lets the import's sort work on the runs of entries. */
export function entrySort({ store, plan, work }: IndexContext): CutJob {
  const keys: SortKeys = { work: (_, chunk, suffix) => work('index-read', chunk, suffix), sorted: '' };
  return { store, keys, limits: plan.limits };
}
