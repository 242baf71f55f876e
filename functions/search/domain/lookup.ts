import { END, type Space } from './entry.ts';
import { reversed } from './telephone-digits.ts';
import type { AddressTerm, NumberTerm, Term, WordTerm } from './term.ts';

/** A run of entries: those whose keys begin with a text. */
export interface Lookup {
  readonly space: Space;
  readonly beginning: string;
  /** Codes of the fields whose entries count. */
  readonly fields: ReadonlySet<string>;
}

const isCovered = (lookups: readonly Lookup[], beginning: string): boolean =>
  lookups.some((lookup) => beginning.startsWith(lookup.beginning));

function lookupsOfNumber({ digits, whole, last, fields }: NumberTerm): readonly Lookup[] {
  const shortest = last === undefined ? reversed(digits) + END : reversed(last);
  const lookups: Lookup[] = [{ space: 'TEL', beginning: shortest, fields }];
  if (whole === undefined) return lookups;
  const beginning = reversed(whole) + END;
  // The last digits of a number with its country are those of the number without it.
  return isCovered(lookups, beginning) ? lookups : [...lookups, { space: 'TEL', beginning, fields }];
}

export const lookupOfWord = ({ word, isWhole, fields }: WordTerm): Lookup => ({
  space: 'W',
  beginning: isWhole ? word + END : word,
  fields,
});

/** The entries of every customer that matches a term are in these runs. */
export function lookupsOf(term: Term): readonly Lookup[] {
  switch (term.kind) {
    case 'number':
      return lookupsOfNumber(term);
    case 'address':
      return [{ space: 'MAIL', beginning: term.address, fields: term.fields }];
    case 'word':
      return [lookupOfWord(term)];
  }
}

/** The terms by whose entries the candidates are found: one number or address, or else the words, the longest one first. */
export type Drivers = { readonly one: NumberTerm | AddressTerm } | { readonly words: readonly WordTerm[] };

export function driversOf(terms: readonly Term[]): Drivers {
  const words: WordTerm[] = [];
  let address: AddressTerm | undefined;
  for (const term of terms) {
    if (term.kind === 'number') return { one: term };
    if (term.kind === 'word') words.push(term);
    else address ??= term;
  }
  return address ? { one: address } : { words: words.sort((a, b) => b.word.length - a.word.length) };
}
