import * as z from 'zod';
import { FieldTypeSchema } from './field.ts';
import { SlotSchema } from './published-table.ts';

export const TablePrefixSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,6}$/, 'A CRM table prefix must be one to six letters and digits, for example VOUCIM.')
  .toUpperCase()
  .meta({ description: 'One to six letters and digits, unique over all accounts.', example: 'VOUCIM' });

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
