import * as z from 'zod';

/** The names of CRM tables and fields, which roles also use. */

export const TablePrefixSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,6}$/, 'A CRM table prefix must be one to six letters and digits, for example VOUCIM.')
  .toUpperCase()
  .meta({ description: 'One to six letters and digits, unique over all accounts.', example: 'VOUCIM' });

/** `P` and three digits. Which codes exist is a question of its own. */
export const FieldCodeSchema = z
  .string()
  .regex(/^P\d{3}$/, 'A field code must be P and three digits, for example P018.');

export const isFieldCode = (text: string): boolean => FieldCodeSchema.safeParse(text).success;

/** The key of every customer, present in every table. */
export const CUSTOMER_ID_CODE = 'P008';
