import * as z from 'zod';

/** Whatever its case, a prefix means the same thing. One that could not exist is simply not found. */
export const PrefixParameterSchema = z
  .string()
  .min(1)
  .max(100)
  .toUpperCase()
  .meta({ description: 'The prefix of a CRM table.', example: 'VOUCIM' });

export const AccountPathSchema = z.strictObject({
  accountPrefix: PrefixParameterSchema.meta({ description: 'The prefix of an account.', example: 'BRI' }),
});
