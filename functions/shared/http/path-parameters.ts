import * as z from 'zod';

/** A prefix in any case. One that cannot exist is not found. */
export const PrefixParameterSchema = z
  .string()
  .min(1)
  .max(100)
  .toUpperCase()
  .meta({ description: 'The prefix of a CRM table.', example: 'VOUCIM' });

export const AccountPathSchema = z.strictObject({
  accountPrefix: PrefixParameterSchema.meta({ description: 'The prefix of an account.', example: 'BRI' }),
});
