import type { Field, PublishedTable } from '../../crm-tables/index.ts';
import { type CustomerValues, contactOfValue, wordsOfValue } from './entries-of.ts';
import { telephoneDigits } from './telephone-digits.ts';
import type { Term, WordTerm } from './term.ts';

/** How a value matches, best first: as a whole, by a whole word, by a beginning, by its last digits. */
export const WAYS = ['whole', 'word', 'beginning', 'ending'] as const;
export type Way = (typeof WAYS)[number];

/** A field by which a customer was found. */
export interface Match {
  readonly field: string;
  readonly how: Way;
}

type Table = Pick<PublishedTable, 'fields' | 'defaultCountry'>;

/** @param typed all words of the search */
function wayOfWord(term: WordTerm, words: readonly string[], typed: ReadonlySet<string>) {
  if (words.includes(term.word)) return words.every((word) => typed.has(word)) ? 'whole' : 'word';
  return !term.isWhole && words.some((word) => word.startsWith(term.word)) ? 'beginning' : undefined;
}

function wayOf(term: Term, field: Field, value: string, country: string, typed: ReadonlySet<string>): Way | undefined {
  switch (term.kind) {
    case 'word':
      return wayOfWord(term, wordsOfValue(field, value, country), typed);
    case 'address': {
      const address = contactOfValue(field, value, country);
      if (address === term.address) return 'whole';
      return address?.startsWith(term.address) ? 'beginning' : undefined;
    }
    case 'number': {
      const digits = telephoneDigits(value, country);
      if (digits !== undefined && (digits === term.whole || digits === term.digits)) return 'whole';
      return term.last !== undefined && digits?.endsWith(term.last) ? 'ending' : undefined;
    }
  }
}

function matchesOfTerm(term: Term, table: Table, values: CustomerValues, typed: ReadonlySet<string>): Match[] {
  return table.fields.flatMap((field): Match[] => {
    const value = term.fields.has(field.code) ? values[field.code] : undefined;
    if (value === undefined || value === '') return [];
    const how = wayOf(term, field, value, table.defaultCountry, typed);
    return how === undefined ? [] : [{ field: field.code, how }];
  });
}

const rank = ({ how }: Match): number => WAYS.indexOf(how);

/** Why a customer is a hit. */
export interface MatchedFields {
  /** In column order. */
  readonly fields: readonly Match[];
  /** The lower, the better the customer matches. */
  readonly rank: number;
}

/**
 * Compares a customer with all terms; undefined if it does not match one of them. Reads the stored values, whatever an index
 * contains.
 */
export function matchAll(terms: readonly Term[], table: Table, values: CustomerValues): MatchedFields | undefined {
  const typed = new Set(terms.flatMap((term) => (term.kind === 'word' ? [term.word] : [])));
  const best = new Map<string, Match>();
  let sum = 0;
  for (const term of terms) {
    const matches = matchesOfTerm(term, table, values, typed);
    if (matches.length === 0) return undefined;
    sum += Math.min(...matches.map(rank));
    for (const match of matches) {
      const other = best.get(match.field);
      if (!other || rank(match) < rank(other)) best.set(match.field, match);
    }
  }
  return { fields: table.fields.flatMap(({ code }) => best.get(code) ?? []), rank: sum };
}
