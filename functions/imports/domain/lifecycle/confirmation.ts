import type { Import } from '../import.ts';

/** Whether an import must be confirmed: its estimate exceeds both the limit of its account and the confirmed amount. */
export function needsConfirmation(
  { estimate, confirmedDollars = 0 }: Pick<Import, 'estimate' | 'confirmedDollars'>,
  confirmImportsOverDollars: number | undefined,
): boolean {
  if (estimate === undefined || confirmImportsOverDollars === undefined) return false;
  return estimate.dollars > confirmImportsOverDollars && estimate.dollars > confirmedDollars;
}
