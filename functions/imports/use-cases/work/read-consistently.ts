import type { AcceptedPlan } from '../../domain/plan.ts';
import type { ImportRepository } from '../../ports.ts';

/** Right after another import an eventually consistent read could miss what that one wrote. */
const SETTLING_SECONDS = 60;

/** Whether the import asks for consistent reads, or follows another too soon to do without. */
export async function isReadConsistently(
  { imports }: { readonly imports: Pick<ImportRepository, 'readLease'> },
  plan: AcceptedPlan,
): Promise<boolean> {
  if (plan.options.consistentRead) return true;
  const { lastEndedAt } = await imports.readLease(plan.prefix);
  if (lastEndedAt === undefined) return false;
  return Date.parse(plan.startedAt) - Date.parse(lastEndedAt) < SETTLING_SECONDS * 1000;
}
