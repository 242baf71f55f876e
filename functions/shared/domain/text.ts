import * as z from 'zod';

/**
 * One line of text that a person typed: trimmed, not blank, at most `maxLength` characters, no control characters and
 * no halves of characters, which the database would refuse.
 */
export function lineOfText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, 'This must not be blank.')
    .max(maxLength, `This must not be longer than ${maxLength} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'This must not hold control characters.');
}

/** A name without its case and its spacing, to tell whether two people would call two names the same. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
