import { cut, type ReadContext, readContext, UNKNOWN_END } from './context.ts';
import type { Entry } from './entry.ts';
import type { WordTerm } from './term.ts';

function matches({ word, isWhole }: WordTerm, stored: string, isCut: boolean): boolean {
  if (isCut && word.length > stored.length) return word.startsWith(stored);
  return isWhole && !isCut ? stored === word : stored.startsWith(word);
}

/** Whether the customer of an entry may have a word, as far as the entry says so. */
export function mayMatch(
  term: WordTerm,
  { value, field }: Pick<Entry, 'value' | 'field'>,
  context: ReadContext,
): boolean {
  if (term.fields.has(field) && matches(term, value, false)) return true;
  if (context.hasMore) return true;
  return context.words.some((each) => term.fields.has(each.field) && matches(term, each.word, each.isCut));
}

/** Whether the customer of an entry may have all words, as far as the entry says so. */
export function mayMatchAll(terms: readonly WordTerm[], entry: Entry): boolean {
  const context = readContext(entry.context);
  return terms.every((term) => mayMatch(term, entry, context));
}

/** The bytes of words, as far as each key of a customer that has them must contain them. */
export const neededBytes = (terms: readonly WordTerm[]): readonly Buffer[] =>
  terms.map(({ word }) => Buffer.from(cut(word)));

/** Rules out most keys of entries in a fraction of the time of `mayMatchAll`, and none that it would let through. */
export const mayContainAll = (needed: readonly Buffer[], key: Buffer): boolean =>
  needed.every((bytes) => key.includes(bytes)) || key.includes(UNKNOWN_END);
