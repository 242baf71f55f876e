/** The key spaces of an index: telephone numbers, e-mail addresses, and words. */
export const SPACES = ['TEL', 'MAIL', 'W'] as const;
export type Space = (typeof SPACES)[number];

/** One searchable value of a customer. */
export interface Entry {
  readonly space: Space;
  /** Reversed digits, a folded address, or a folded word. */
  readonly value: string;
  /** The customer's other words (context.ts); '' outside the space of words. */
  readonly context: string;
  readonly customerId: string;
  /** The code of the field. */
  readonly field: string;
}

/** Ends each part of a key. No value, context or Customer ID contains it. */
export const END = '\0';

const FIRST_MARK = 0x0e;
const FIRST_DIGIT = 0x21;
const DIGITS = 94;

/** A field's code in two ASCII characters, of which the first one is in no word. */
export function markOf(code: string): string {
  const number = Number(code.slice(1));
  return String.fromCharCode(FIRST_MARK + Math.floor(number / DIGITS), FIRST_DIGIT + (number % DIGITS));
}

export function codeOfMark(mark: string): string {
  const number = (mark.charCodeAt(0) - FIRST_MARK) * DIGITS + mark.charCodeAt(1) - FIRST_DIGIT;
  return `P${String(number).padStart(3, '0')}`;
}

/** The key of an entry within its space. Entries are in the order of the bytes of their keys: value, context, Customer ID. */
export function entryKey({ value, context, customerId, field }: Entry): Buffer {
  return Buffer.from(`${value}${END}${context}${END}${customerId}${END}${markOf(field)}`);
}

/** @throws Error if this is not the key of an entry */
export function entryOfKey(space: Space, key: string | Buffer): Entry {
  const [value, context, customerId, mark, ...more] = key.toString().split(END);
  if (value === undefined || context === undefined || customerId === undefined || mark?.length !== 2 || more.length > 0)
    throw new Error('This is not the key of an entry of a search index');
  return { space, value, context, customerId, field: codeOfMark(mark) };
}
