import * as z from 'zod';

/** `P` and three digits. Which codes exist is a question of its own. */
export const FieldCodeSchema = z
  .string()
  .regex(/^P\d{3}$/, 'A field code must be P and three digits, for example P018.');

export const isFieldCode = (text: string): boolean => FieldCodeSchema.safeParse(text).success;
