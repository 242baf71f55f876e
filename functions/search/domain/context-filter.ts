import { type ReadContext, readContext } from './context.ts';
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
