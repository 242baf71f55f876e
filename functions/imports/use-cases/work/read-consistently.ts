import type { AcceptedPlan } from '../../domain/plan.ts';
import type { ImportRepository } from '../../ports.ts';

/** Right after another import an eventually consistent read could miss what that one wrote. */
const CONSISTENCY_SECONDS = 60;

/**
 * Whether the import requests consistent reads, or begins too soon after another import for eventually consistent ones.
 */
export async function isReadConsistently(
  { imports }: { readonly imports: Pick<ImportRepository, 'readLease'> },
  plan: AcceptedPlan,
): Promise<boolean> {
  if (plan.options.consistentRead) return true;
  const { lastEndedAt } = await imports.readLease(plan.prefix);
  if (lastEndedAt === undefined) return false;
  return Date.parse(plan.startedAt) - Date.parse(lastEndedAt) < CONSISTENCY_SECONDS * 1000;
}
