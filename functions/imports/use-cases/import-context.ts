import { type ImportKeys, importKeys, workKeys } from '../domain/import-keys.ts';
import { type AcceptedPlan, PlanSchema } from '../domain/plan.ts';
import type { ObjectStore } from '../ports.ts';
import { readResult } from './work-objects.ts';

/** What every step after the plan works in. */
export interface ImportContext {
  readonly store: ObjectStore;
  readonly plan: AcceptedPlan;
  readonly keys: ImportKeys;
  /** Under which the import runs now. */
  readonly fence: number;
}

export interface ImportName {
  readonly importId: string;
  readonly prefix: string;
}

export type RunningImport = ImportName & Pick<ImportContext, 'fence'>;

/** Opens an import whose plan was accepted. @throws Error before there is a plan */
export async function openImport(
  store: ObjectStore,
  { importId, prefix, fence }: RunningImport,
): Promise<ImportContext> {
  const plan = await readResult(store, workKeys(prefix, importId).plan, PlanSchema);
  if (!plan.accepted) throw new Error(`Import ${importId} was refused; nothing of it can go on`);
  return { store, plan, keys: importKeys(prefix, importId, plan.fileName), fence };
}

/** The items of a Map state: `[0, 1, 2 …]`. What each number means is in the work objects, so payloads stay small. */
export const chunkNumbers = (count: number): number[] => Array.from({ length: count }, (_, chunk) => chunk);
