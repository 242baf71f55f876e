import { DecodedSchema, decodedKey } from '../../domain/layout/decoded.ts';
import type { Refusal } from '../../domain/plan.ts';
import { type Resolved, ResolvedSchema } from '../../domain/sort/resolve.ts';
import type { ImportContext } from '../work/import-context.ts';
import { findResult } from '../work/work-objects.ts';

/** Why the whole file was refused behind the plan, if it was: when it was decoded, or scanned. */
export async function findScanRefusal({ store, keys }: ImportContext): Promise<Refusal | undefined> {
  const decoded = await findResult(store, decodedKey(keys), DecodedSchema);
  if (decoded && 'refusal' in decoded) return decoded.refusal;
  const resolved: Resolved | undefined = await findResult(store, keys.work('resolved', 0), ResolvedSchema);
  if (!resolved || !('refusal' in resolved)) return undefined;
  return { code: resolved.refusal.code, reason: resolved.refusal.reason };
}
