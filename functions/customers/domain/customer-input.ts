import * as z from 'zod';
import { FieldCodeSchema } from '../../crm-tables/index.ts';
import { GivenCustomerIdSchema } from './customer-id.ts';

/** The longest value of any field, in code points; the field has a limit of its own. */
const LONGEST_VALUE = 32_000;

/** A value as it was typed. NUL is in no stored value: an import rejects it, too. */
const ValueSchema = z
  .string()
  .max(2 * LONGEST_VALUE)
  .refine((value) => value.isWellFormed() && !value.includes('\0'), {
    message: 'A value must not contain NUL or half a character.',
  });

export const NewCustomerSchema = z
  .strictObject({
    customerId: GivenCustomerIdSchema.optional().meta({
      description:
        'Left out, the next free one of the CRM table is given. One of the form `<prefix>_<number>` above all numbers so far makes later generated ones follow it.',
      example: 'VOUCIM_10001',
    }),
    values: z.record(FieldCodeSchema, ValueSchema).meta({
      description: 'By field code. Only fields with the flag Insert that your roles let you change.',
      example: { P011: 'Example' },
    }),
  })
  .meta({ id: 'NewCustomer' });
export type NewCustomer = z.infer<typeof NewCustomerSchema>;

export const CustomerUpdateSchema = z
  .strictObject({
    values: z
      .record(FieldCodeSchema, ValueSchema.nullable())
      .refine((values) => Object.keys(values).length > 0, 'Name at least one field.')
      .meta({
        description:
          'By field code; null or an empty text clears the field, and a field that is left out stays. Only fields with the flag Modify that your roles let you change.',
        example: { P011: 'Example', P018: null },
      }),
  })
  .meta({ id: 'CustomerUpdate' });
export type CustomerUpdate = z.infer<typeof CustomerUpdateSchema>;

/** Why a customer is deleted. A code, because a text could repeat what is deleted. */
export const DeletionReasonSchema = z
  .enum(['customer-request', 'duplicate', 'entered-by-mistake', 'no-longer-customer', 'other'])
  .meta({ id: 'DeletionReason' });
export type DeletionReason = z.infer<typeof DeletionReasonSchema>;
