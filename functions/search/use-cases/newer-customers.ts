import { type ReadSingle, readSingle } from '../domain/index-keys.ts';
import { lookupOfWord } from '../domain/lookup.ts';
import type { WordTerm } from '../domain/term.ts';
import { type OpenIndex, singlesPartition } from './one-term.ts';
import type { Source } from './source.ts';

/** Single entries of one word, of some 64 bytes: as many bytes as 64 blocks have. */
const MOST_SINGLES = 4_096;

/** The newer entries of one word in its fields. */
interface NewerEntries {
  readonly term: WordTerm;
  readonly singles: readonly ReadSingle[];
  /** Whether all were read. */
  readonly isWhole: boolean;
}

async function entriesOfWord(index: OpenIndex, term: WordTerm): Promise<NewerEntries> {
  const lookup = lookupOfWord(term);
  const partition = singlesPartition(index, lookup);
  const keys = await index.reader.singles(partition, lookup.beginning, undefined, MOST_SINGLES);
  const singles = keys.map(readSingle).filter(({ field }) => term.fields.has(field));
  return { term, singles, isWhole: keys.length < MOST_SINGLES };
}

const idsOf = (singles: readonly ReadSingle[]): Set<string> => new Set(singles.map(({ customerId }) => customerId));

/** Customers that have an entry of each word. Where not all entries of a word were read, those of the others decide. */
function idsInAll(words: readonly NewerEntries[]): string[] {
  const whole = words.filter(({ isWhole }) => isWhole);
  const [first, ...others] = (whole.length > 0 ? whole : words).map(({ singles }) => idsOf(singles));
  return [...(first ?? [])].filter((id) => others.every((ids) => ids.has(id)));
}

/**
 * Customers with newer entries. A customer that was created since has a single entry for each word. One that was edited has
 * one for the changed words alone, so it may match whichever word that is.
 */
export function newerCustomers(index: OpenIndex, terms: readonly WordTerm[]): Source {
  return async (after = '') => {
    const words = await Promise.all(terms.map((term) => entriesOfWord(index, term)));
    const edited = words.flatMap(({ singles }) => singles.filter(({ isCreation }) => !isCreation));
    const ids = [...new Set([...idsOf(edited), ...idsInAll(words)])].filter((id) => id > after);
    ids.sort((a, b) => (a < b ? -1 : 1));
    const commonWord = words.find(({ isWhole }) => !isWhole)?.term.word;
    return { items: ids.map((customerId) => ({ customerId, at: customerId })), next: undefined, commonWord };
  };
}
