import { type ReadContext, readContext, UNKNOWN_CONTEXT } from '../domain/context.ts';
import { mayMatch } from '../domain/context-filter.ts';
import { type ReadSingle, readSingle } from '../domain/index-keys.ts';
import { lookupOfWord } from '../domain/lookup.ts';
import type { WordTerm } from '../domain/term.ts';
import type { StoredSingle } from '../ports.ts';
import { type OpenIndex, singlesPartition } from './one-term.ts';
import type { Source } from './source.ts';

/** Single entries of one word, of some 100 bytes: as many bytes as 64 blocks have. */
const MOST_SINGLES = 2_560;

interface NewerEntry extends ReadSingle {
  readonly context: ReadContext;
}

/** The newer entries of one word in its fields. */
interface NewerEntries {
  readonly term: WordTerm;
  readonly singles: readonly NewerEntry[];
  readonly ids: ReadonlySet<string>;
  /** Whether all were read. */
  readonly isWhole: boolean;
}

/** Of the other words of a new customer, each has a single of its own. An import does not say them. */
function newerEntry({ SK, c }: StoredSingle): NewerEntry {
  const single = readSingle(SK);
  return { ...single, context: readContext(single.isCreation ? '' : (c ?? UNKNOWN_CONTEXT)) };
}

async function entriesOfWord(index: OpenIndex, term: WordTerm): Promise<NewerEntries> {
  const lookup = lookupOfWord(term);
  const partition = singlesPartition(index, lookup);
  const stored = await index.reader.singles(partition, lookup.beginning, undefined, MOST_SINGLES);
  const singles = stored.map(newerEntry).filter(({ field }) => term.fields.has(field));
  const ids = new Set(singles.map(({ customerId }) => customerId));
  return { term, singles, ids, isWhole: stored.length < MOST_SINGLES };
}

/**
 * Customers with newer entries. A customer has each of its words in the context of the entry, or in a newer entry of that
 * word, which was written later or with it. Where not all entries of a word were read, those of the others decide.
 */
export function newerCustomers(index: OpenIndex, terms: readonly WordTerm[]): Source {
  return async (after = '') => {
    const words = await Promise.all(terms.map((term) => entriesOfWord(index, term)));
    const mayHave = (single: NewerEntry, { term, ids, isWhole }: NewerEntries) =>
      ids.has(single.customerId) || !isWhole || mayMatch(term, single, single.context);
    const found = words.flatMap(({ singles }) =>
      singles.flatMap((single) => (words.every((word) => mayHave(single, word)) ? [single.customerId] : [])),
    );
    const ids = [...new Set(found)].filter((id) => id > after).sort((a, b) => (a < b ? -1 : 1));
    const commonWord = words.find(({ isWhole }) => !isWhole)?.term.word;
    return { items: ids.map((customerId) => ({ customerId, at: customerId })), next: undefined, commonWord };
  };
}
