import type { Import } from '../import.ts';

/**
 * The right of one import to write to a CRM table. It is `free` without an `importId`, `held` while that import runs, and
 * `draining` when its execution has broken off and its workers may still be alive.
 */
export interface Lease {
  readonly importId: string | undefined;
  /** Rises with every grant. */
  readonly fence: number;
  /** Present exactly while the lease is draining: no worker of `importId` is alive after this time. */
  readonly drainsUntil: string | undefined;
  /** When the last import of the table ended, its drain included; absent before the first. */
  readonly lastEndedAt: string | undefined;
  /** The last import that may have written customers and has ended; absent before the first. */
  readonly lastWriter: GrantedImport | undefined;
}

/** An import, and the fence of its last grant. */
export type GrantedImport = Pick<Import, 'importId' | 'fence'>;

type HeldLease = Lease & { readonly importId: string };
type DrainingLease = HeldLease & { readonly drainsUntil: string };

export const isHeld = (lease: Lease): lease is HeldLease =>
  lease.importId !== undefined && lease.drainsUntil === undefined;

export const isDraining = (lease: Lease): lease is DrainingLease =>
  lease.importId !== undefined && lease.drainsUntil !== undefined;

/**
 * The newer import whose customers a resumed one would write over: it was granted the table after the resumed one, and it
 * runs, drains or has ended. An import that never ran follows no earlier plan: nothing supersedes it.
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
