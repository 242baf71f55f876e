import type { Refusal } from '../domain/plan.ts';
import { type Resolved, ResolvedSchema } from '../domain/sort/resolve.ts';
import type { ImportContext } from './import-context.ts';
import { findResult } from './work-objects.ts';

/** Why the scan refused the whole file, if it did. */
export async function findScanRefusal({ store, keys }: ImportContext): Promise<Refusal | undefined> {
  const resolved: Resolved | undefined = await findResult(store, keys.work('resolved', 0), ResolvedSchema);
  if (!resolved || !('refusal' in resolved)) return undefined;
  return { code: resolved.refusal.code, reason: resolved.refusal.reason };
}
