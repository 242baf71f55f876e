import type { ImportLine } from './import-line.ts';

/** A stored customer with the values of all fields of the published version. */
export interface CustomerRecord {
  readonly customerId: string;
  /** Raised by every write. */
  readonly version: number;
  /** The import that wrote it last; undefined if none did. */
  readonly importId: string | undefined;
  readonly fence: number;
  /** Its changes by imports, in no order; older ones are left out. */
  readonly imports: readonly ImportLine[];
  /** When the customer was deleted: then it is a tombstone without values. */
  readonly deletedAt: string | undefined;
  /** Whether an erasure works on the Customer ID: until it has ended no customer is created in the place of the tombstone. */
  readonly isBeingErased?: true;
  /** The version of its last deletion, if it was created again: events up to it have no values. 0 for none. */
  readonly deletedVersion: number;
  /** By field code, without the Customer ID; a field without a value is left out. */
  readonly values: Readonly<Record<string, string>>;
  /** The bytes of the stored item. */
  readonly bytes: number;
}
