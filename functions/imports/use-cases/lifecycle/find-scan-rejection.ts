import { findResult } from '../../../shared/use-cases/work-objects.ts';
import { DecodedSchema, decodedKey } from '../../domain/layout/decoded.ts';
import type { Rejection } from '../../domain/plan.ts';
import { type Resolved, ResolvedSchema } from '../../domain/sort/resolve.ts';
import type { ImportContext } from '../work/import-context.ts';

/** The rejection of a file that its decoding or scan found, if any. */
export async function findScanRejection({ store, keys }: ImportContext): Promise<Rejection | undefined> {
  const decoded = await findResult(store, decodedKey(keys), DecodedSchema);
  if (decoded && 'rejection' in decoded) return decoded.rejection;
  const resolved: Resolved | undefined = await findResult(store, keys.work('resolved', 0), ResolvedSchema);
  if (!resolved || !('rejection' in resolved)) return undefined;
  return { code: resolved.rejection.code, reason: resolved.rejection.reason };
}
