import { TablePrefixSchema } from '../../../crm-tables/index.ts';
import { words } from '../layout/match-name.ts';

const LONGEST_PREFIX = 6;
/** A prefix for a file whose name has no Latin letter. */
const FALLBACK = 'TABLE';
const EXTENSIONS = /(?:\.(?:csv|txt|tsv|dat|gz|zip|export))+$/i;
/** Words that say nothing about the customers. */
const FILLERS = new Set([
  'export',
  'exported',
  'file',
  'list',
  'data',
  'csv',
  'final',
  'new',
  'copy',
  'of',
  'the',
  'utf',
]);
/** More tables with the same letters could not be distinguished by their prefixes. */
const MOST_NUMBER = 999;

/** The name of the file without folders and extensions. */
export const stemOf = (fileName: string): string => (fileName.split(/[\\/]/).at(-1) ?? '').replace(EXTENSIONS, '');

/** Prefixes for a table of the customers in a file, the best first: from the file's name, then with a number. */
export function* prefixCandidates(fileName: string, preferred?: string): Generator<string> {
  const { data: given } = TablePrefixSchema.safeParse(preferred);
  if (given !== undefined) yield given;
  const letters = lettersOf(stemOf(fileName));
  const base = letters === '' ? FALLBACK : letters;
  yield base.slice(0, LONGEST_PREFIX);
  for (let number = 2; number <= MOST_NUMBER; number += 1) {
    const ending = String(number);
    yield base.slice(0, LONGEST_PREFIX - ending.length) + ending;
  }
}

/** The letters of the name's words, without dates and fillers; all letters if nothing else is left. */
function lettersOf(stem: string): string {
  const plain = words(stem).map((word) => word.replace(/[^a-z]/g, ''));
  const telling = plain.filter((word) => !FILLERS.has(word)).join('');
  return (telling || plain.join('')).toUpperCase();
}
