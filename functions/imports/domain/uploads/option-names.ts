import { DomainError } from '../../../shared/domain/errors.ts';
import { nearMiss, plainName } from '../../../shared/domain/near-miss.ts';

/** Metadata names that tools and protocols use themselves, although they resemble an option's name. */
const NAMES_OF_OTHERS = new Set(
  ['content-encoding', 'transfer-encoding', 'file-mode', 'unix-mode', 'posix-mode'].map(plainName),
);

/** Tools that mount a bucket as a file system store a file's mode as a number; an import mode is never a number. */
const isFileMode = (name: string, value: string): boolean => name === 'mode' && /^\d+$/.test(value);

/**
 * A name of four letters is one letter away from many others (`node`, `code`): only one of the option's values
 * identifies it.
 */
const SHORTEST_CLEAR_NAME = 5;

/** Options by their name in metadata, with the values that identify a short name. */
export type KnownOptions = Readonly<Record<string, readonly string[]>>;

/**
 * Finds the options in an upload's metadata, under the names of `known`. Case, hyphens and underscores of a name are
 * ignored.
 * @throws DomainError `options.invalid` for a name that is close to an option's, and for an option that is given twice
 */
export function namedOptions(
  metadata: Readonly<Record<string, string>>,
  known: KnownOptions,
): Readonly<Record<string, string>> {
  const names = Object.keys(known);
  const found = new Map<string, { readonly spelling: string; readonly value: string }>();
  for (const [spelling, value] of Object.entries(metadata)) {
    const name = names.find((each) => plainName(each) === plainName(spelling));
    if (name === undefined) rejectNearMiss(spelling, value, known);
    else if (!isFileMode(name, value)) {
      const first = found.get(name);
      if (first)
        throw wrongName(
          spelling,
          `${name} is given twice, as ${first.spelling} and as ${spelling}. Remove one of them.`,
        );
      found.set(name, { spelling, value });
    }
  }
  return Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
}

function rejectNearMiss(spelling: string, value: string, known: KnownOptions): void {
  if (NAMES_OF_OTHERS.has(plainName(spelling))) return;
  const near = nearMiss(spelling, Object.keys(known));
  if (near === undefined) return;
  const isDoubtful = near.length < SHORTEST_CLEAR_NAME && plainName(spelling).length <= SHORTEST_CLEAR_NAME;
  if (isDoubtful && !known[near]?.includes(value)) return;
  throw wrongName(spelling, `${spelling} is not an option. Did you mean ${near}?`);
}

function wrongName(name: string, detail: string): DomainError {
  return new DomainError('invalid', 'options.invalid', `The import options of the file are wrong. ${detail}`, [
    { pointer: `/${name}`, code: 'option.unknown', detail },
  ]);
}
