import * as z from 'zod';
import { FieldTypeSchema } from './field.ts';
import { SlotSchema } from './published-table.ts';

export const TablePrefixSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,6}$/, 'A CRM table prefix is one to six letters and digits, for example VOUCIM.')
  .toUpperCase()
  .meta({ description: 'One to six letters and digits, unique over all accounts.', example: 'VOUCIM' });

/** A slot, and the type by which its index entries were normalised. */
export const AssignedSlotSchema = SlotSchema.extend({ type: FieldTypeSchema });
export type AssignedSlot = z.infer<typeof AssignedSlotSchema>;

/** What stays of a CRM table from version to version. */
export interface CrmTable {
  readonly prefix: string;
  readonly accountPrefix: string;
  readonly createdAt: string;
  /** How many partitions the customers are spread over; fixed, since a customer's shard is computed from it. */
  readonly shardCount: number;
  /** Undefined until the first publish. */
  readonly publishedVersion: number | undefined;
  /** Every slot ever given, kept for good. */
  readonly slots: readonly AssignedSlot[];
  /** Every field code ever published: customers may hold values under it. */
  readonly publishedCodes: readonly string[];
}
