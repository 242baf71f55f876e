import { mayContainAll, mayMatchAll, neededBytes } from '../domain/context-filter.ts';
import { entryOfKey } from '../domain/entry.ts';
import { lookupOfWord } from '../domain/lookup.ts';
import { isShort, type WordTerm } from '../domain/term.ts';
import { tooBroad } from '../domain/too-broad.ts';
import type { BlockRun } from './block-run.ts';
import { newerCustomers } from './newer-customers.ts';
import { type OpenIndex, runOf } from './one-term.ts';
import type { FoundCandidate, Source } from './source.ts';

/** Of all words together; half a read unit each. */
const MOST_BLOCKS = 64;
/** Words whose entries are read at once, the longest ones; the others only filter. */
const MOST_DRIVERS = 3;

/** The entries of one word, and the candidates among them. */
interface Driver {
  readonly place: number;
  readonly run: BlockRun;
  readonly found: FoundCandidate[];
}

const positionOf = (place: number, key: string): string => `${place}:${key}`;

function readPosition(position: string): { readonly place: number; readonly key: string } {
  const colon = position.indexOf(':');
  return { place: Number(position.slice(0, colon)), key: position.slice(colon + 1) };
}

/** All words that are long enough at the beginning; later only the word whose entries were chosen. */
function driversFrom(index: OpenIndex, terms: readonly WordTerm[], after: string | undefined): Driver[] {
  const position = after === undefined ? undefined : readPosition(after);
  return terms.slice(0, MOST_DRIVERS).flatMap((term, place): Driver[] => {
    const isRead = position ? position.place === place : term.isWhole || !isShort(term);
    const run = isRead ? runOf(index, lookupOfWord(term), position?.key) : undefined;
    return run ? [{ place, run, found: [] }] : [];
  });
}

async function readOn({ place, run, found }: Driver, terms: readonly WordTerm[], limit: number): Promise<void> {
  const needed = neededBytes(terms);
  for (const key of await run.next(limit)) {
    if (!mayContainAll(needed, key)) continue;
    const entry = entryOfKey('W', key);
    if (mayMatchAll(terms, entry)) found.push({ customerId: entry.customerId, at: positionOf(place, key.toString()) });
  }
}

const foundBy = ({ place, run, found }: Driver) => ({
  items: found,
  next: run.isLast ? undefined : positionOf(place, run.after),
});

/**
 * Customers in the blocks. The entries of all words are read at once, twice as many each time, until those of the rarest word
 * are read: only its entries tell how common a word is.
 */
function customersInBlocks(index: OpenIndex, terms: readonly WordTerm[]): Source {
  return async (after, wanted) => {
    const drivers = driversFrom(index, terms, after);
    const blocksLeft = () => MOST_BLOCKS - drivers.reduce((sum, { run }) => sum + run.blocks, 0);
    for (let limit = 1; drivers.length > 0; limit *= 2) {
      const each = Math.min(limit, Math.floor(blocksLeft() / drivers.length));
      if (each === 0) break;
      await Promise.all(drivers.map((driver) => readOn(driver, terms, each)));
      const done = drivers.find(({ run }) => run.isLast) ?? drivers.find(({ found }) => found.length >= wanted);
      if (done) return foundBy(done);
    }
    const [best] = drivers.toSorted((a, b) => b.found.length - a.found.length);
    const [longest] = terms;
    if (!best || !longest) return { items: [], next: undefined };
    if (best.found.length === 0) throw tooBroad(longest);
    return foundBy(best);
  };
}

/** The lists of the candidates of several words, the longest one first. */
export const sourcesOfWords = (index: OpenIndex, terms: readonly WordTerm[]): readonly Source[] => [
  newerCustomers(index, terms),
  customersInBlocks(index, terms),
];
