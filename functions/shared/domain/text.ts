import * as z from 'zod';

/** A character that is drawn: a name of zero-width spaces alone would look blank. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/**
 * One line of text that a person typed: trimmed, with a visible character, at most `maxLength` characters, no control
 * characters and no halves of characters, which the database would reject.
 */
export function lineOfText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, 'This must not be blank.')
    .max(maxLength, `This must not be longer than ${maxLength} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'This must not contain control characters.')
    .refine((text) => text === '' || VISIBLE.test(text), 'This must contain a visible character.');
}

/** Names are claimed by sort keys, which have at most 1,024 bytes; the rest is for the prefix of the key. */
const MOST_CLAIM_BYTES = 900;

/** A line of text that is unique within its parent. Folded, it must fit a key; one character may fold to eighteen. */
export function uniqueName(maxLength: number) {
  const message = 'This name is too long: in its normalised form it has more than 900 bytes. Shorten it.';
  return lineOfText(maxLength).refine(canBeClaimed, message);
}

/** Whether a sort key has room for the folded name. */
export function canBeClaimed(name: string): boolean {
  return new TextEncoder().encode(foldName(name)).length <= MOST_CLAIM_BYTES;
}

/** A name without its case and with single spaces: two names with the same folded form are the same name. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
