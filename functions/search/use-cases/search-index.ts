import { driversOf, lookupsOf } from '../domain/lookup.ts';
import type { Term } from '../domain/term.ts';
import type { SearchHeads } from '../generation-ports.ts';
import type { CustomerSearch, IndexReader } from '../ports.ts';
import { type OpenIndex, sourcesOfLookups } from './one-term.ts';
import { sourcesOfWords } from './several-words.ts';
import { type Source, walk } from './source.ts';

interface SearchPorts {
  readonly heads: SearchHeads;
  readonly reader: IndexReader;
}

function sourcesOf(index: OpenIndex, terms: readonly Term[]): readonly Source[] {
  const drivers = driversOf(terms);
  if ('one' in drivers) return sourcesOfLookups(index, lookupsOf(drivers.one));
  const { words } = drivers;
  return words.length > 1 ? sourcesOfWords(index, words) : sourcesOfLookups(index, words.flatMap(lookupsOf));
}

/** The search over the table of the indexes. */
export function customerSearch({ heads, reader }: SearchPorts): CustomerSearch {
  return {
    async open(tablePrefix) {
      const { live, missing } = await heads.read(tablePrefix);
      const index = { reader, tablePrefix, live };
      return {
        preparing: missing,
        find: (terms, after, wanted) => walk(sourcesOf(index, terms), after, wanted),
      };
    },
  };
}
