import type { Import } from '../import.ts';

/**
 * The right of one import to write to a CRM table. Without an `importId` it is free; it is held while that import runs,
 * and draining when the import's execution has stopped and its workers may still be alive.
 */
export interface Lease {
  readonly importId: string | undefined;
  /** Raised by each grant. */
  readonly fence: number;
  /** Set while the lease is draining: after this time no worker of `importId` is alive. */
  readonly drainsUntil: string | undefined;
  /** When the last import of the table ended, its drain included; absent before the first. */
  readonly lastEndedAt: string | undefined;
  /** The last ended import that may have written customers; absent before the first. */
  readonly lastWriter: GrantedImport | undefined;
  /** The job that deletes the CRM table: no import is granted the lease any more. */
  readonly closedBy?: string | undefined;
}

export type GrantedImport = Pick<Import, 'importId' | 'fence'>;

type HeldLease = Lease & { readonly importId: string };
type DrainingLease = HeldLease & { readonly drainsUntil: string };

export const isHeld = (lease: Lease): lease is HeldLease =>
  lease.importId !== undefined && lease.drainsUntil === undefined;

export const isDraining = (lease: Lease): lease is DrainingLease =>
  lease.importId !== undefined && lease.drainsUntil !== undefined;

/**
 * The newer import whose customers a resumed import would overwrite: it was granted the table after the resumed one,
 * and it runs, drains or has ended. An import that has never run has no earlier plan: nothing supersedes it.
 */
export function supersededBy({ importId, fence }: GrantedImport, lease: Lease): string | undefined {
  if (fence === 0) return undefined;
  const { lastWriter } = lease;
  if (lease.importId !== undefined && lease.importId !== importId && lease.fence > fence) return lease.importId;
  if (lastWriter !== undefined && lastWriter.importId !== importId && lastWriter.fence > fence) {
    return lastWriter.importId;
  }
  return undefined;
}
