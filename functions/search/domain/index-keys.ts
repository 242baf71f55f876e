import * as z from 'zod';
import { codeOfMark, END, type Entry, markOf, type Space } from './entry.ts';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * The part of a space in which a value lies: the first byte of its UTF-8. Several buckets share the writes that one
 * partition could not take, and their number is bounded, whatever alphabet the values have.
 */
export function bucketOf(value: string | Buffer): string {
  const first = typeof value === 'string' ? Buffer.from(value.slice(0, 2))[0] : value[0];
  if (first === undefined) throw new Error('An empty value has no entry');
  return hex(first);
}

const range = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => hex(from + at));

const DIGITS = range(0x30, 0x39);
/** The first bytes of all characters outside ASCII. */
const BEYOND_ASCII = range(0xc2, 0xf4);

/** Every bucket that a space can have. */
export function bucketsOf(space: Space): readonly string[] {
  if (space === 'TEL') return DIGITS;
  if (space === 'W') return [hex(0x2d), ...DIGITS, ...range(0x61, 0x7a), ...BEYOND_ASCII];
  return [...range(0x21, 0x7e), ...BEYOND_ASCII];
}

/** The partition of the blocks of one generation. */
export const blockPartition = (tablePrefix: string, space: Space, generation: number, bucket: string): string =>
  `${tablePrefix}#${space}#${generation}#${bucket}`;

/** The partition of the single entries, which belong to no generation. */
export const singlePartition = (tablePrefix: string, space: Space, bucket: string): string =>
  `${tablePrefix}#${space}#+#${bucket}`;

/** Follows the key of a single that was written with the creation of its customer. */
export const CREATION = '+';

/**
 * The key of a single. It has no context: the key would change with each of the customer's other words.
 * @param isCreation whether all words of the customer are written as singles, now
 */
export function singleKey(tablePrefix: string, { space, value, customerId, field }: Entry, isCreation: boolean) {
  return {
    PK: singlePartition(tablePrefix, space, bucketOf(value)),
    SK: [value, customerId, markOf(field)].join(END) + (isCreation ? CREATION : ''),
  };
}

/** What the key of a single says. */
export interface ReadSingle {
  readonly value: string;
  readonly customerId: string;
  /** The code of the field. */
  readonly field: string;
  readonly isCreation: boolean;
}

export function readSingle(key: string): ReadSingle {
  const [value = '', customerId = '', mark = ''] = key.split(END);
  return { value, customerId, field: codeOfMark(mark), isCreation: mark.endsWith(CREATION) && mark.length > 2 };
}

/** A sorted run of entries. */
export const BlockItemSchema = z.object({
  PK: z.string(),
  /** The key of its last entry. */
  SK: z.string(),
  /** The entries before the last one (block.ts). */
  b: z.instanceof(Uint8Array),
});

/** An entry that is newer than the blocks. */
export const SingleItemSchema = z.object({
  PK: z.string(),
  SK: z.string(),
  /** When it was written, in milliseconds. */
  at: z.int(),
  /** The customer's other words when a person's edit wrote it (context.ts). */
  c: z.string().optional(),
});
