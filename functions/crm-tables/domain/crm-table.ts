import type * as z from 'zod';
import { FieldTypeSchema } from './field.ts';
import { SlotSchema } from './published-table.ts';

/** A slot, and the field type by which its index entries were normalised. */
export const AssignedSlotSchema = SlotSchema.extend({ type: FieldTypeSchema });
export type AssignedSlot = z.infer<typeof AssignedSlotSchema>;

/** The properties of a CRM table that do not depend on a version. */
export interface CrmTable {
  readonly prefix: string;
  readonly accountPrefix: string;
  readonly createdAt: string;
  /** The number of partitions for the customers. It never changes, since a customer's shard is computed from it. */
  readonly shardCount: number;
  /** Undefined until the first publish. */
  readonly publishedVersion: number | undefined;
  /** Every slot that was ever assigned; none is reassigned. */
  readonly slots: readonly AssignedSlot[];
  /** Every field code that was ever published: customers may hold values under it. */
  readonly publishedCodes: readonly string[];
}
