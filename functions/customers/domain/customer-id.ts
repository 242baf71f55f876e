import * as z from 'zod';
import { MAX_CUSTOMER_ID_BYTES } from '../../crm-tables/index.ts';

/** As files give Customer IDs: compared exactly, nothing is trimmed. A file may give one with blanks at its ends. */
export const CustomerIdSchema = z
  .string()
  .min(1, 'A Customer ID must not be blank.')
  .refine((id) => new TextEncoder().encode(id).length <= MAX_CUSTOMER_ID_BYTES, {
    message: `A Customer ID must not have more than ${MAX_CUSTOMER_ID_BYTES} bytes.`,
  })
  .refine((id) => id.isWellFormed() && !id.includes('\0'), {
    message: 'A Customer ID must not contain NUL or half a character.',
  })
  .refine((id) => id !== '.' && id !== '..', {
    message: 'A Customer ID must not be `.` or `..`, which no address can contain.',
  });

/** As a person gives one: a blank at an end is a mistake of typing or copying, which nobody would see. */
export const GivenCustomerIdSchema = CustomerIdSchema.refine((id) => id === id.trim(), {
  message: 'A Customer ID must not begin or end with a blank.',
});

export const generatedId = (tablePrefix: string, number: number): string => `${tablePrefix}_${number}`;

/** A longer number is no safe integer. */
const MOST_DIGITS = 16;

/** The number of an ID of the form that is generated; undefined for another one. */
export function generatedNumber(tablePrefix: string, customerId: string): number | undefined {
  const start = generatedId(tablePrefix, 0).slice(0, -1);
  const digits = customerId.startsWith(start) ? customerId.slice(start.length) : '';
  if (!/^\d+$/.test(digits) || digits.length > MOST_DIGITS) return undefined;
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : undefined;
}

/** A token with a letter and a digit. */
const LIKE_AN_ID = /^(?=.*\p{L})(?=.*\p{Nd})[^\s@]+$/u;

/**
 * The Customer IDs that a typed text may be: the text itself and, since most systems write their IDs in capital letters, the
 * text in these. IDs are keys whose case counts, so no other spelling can be found without an index of its own.
 */
export function idsOfText(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const typed = LIKE_AN_ID.test(text) ? [text, text.toUpperCase()] : [text];
  return [...new Set(typed)].filter((id) => CustomerIdSchema.safeParse(id).success);
}
