import type { Import } from '../import.ts';

/** Whether an import waits for somebody to confirm it: it is thought to cost more than its account lets pass, and than was confirmed. */
export function needsConfirmation(
  { estimate, confirmedDollars = 0 }: Pick<Import, 'estimate' | 'confirmedDollars'>,
  confirmImportsOverDollars: number | undefined,
): boolean {
  if (estimate === undefined || confirmImportsOverDollars === undefined) return false;
  return estimate.dollars > confirmImportsOverDollars && estimate.dollars > confirmedDollars;
}
