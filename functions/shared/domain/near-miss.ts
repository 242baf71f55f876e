/** A name without its case, hyphens and underscores: `dryRun`, `dry_run` and `dry-run` are one name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** Whether one name becomes the other by one letter added, removed or replaced, or by two neighbours exchanged. */
export function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

/** Whether a name begins with these words: `headerRow` and `header-row` begin with `header`, `headers` does not. */
function beginsWithWords(name: string, words: string): boolean {
  const ends = [...name.matchAll(/[-_.]|(?<=[a-z\d])(?=[A-Z])/g)].map(({ index }) => index);
  return ends.some((end) => plainName(name.slice(0, end)) === words);
}

/**
 * The known name that a person probably meant by one that is not known: one letter off, or with something before or after
 * it (`import-mode`, `header-row`). Case, hyphens and underscores do not count.
 */
export function nearMiss(name: string, known: readonly string[]): string | undefined {
  const plain = plainName(name);
  const isNear = (each: string) => plain.endsWith(each) || isOneLetterOff(plain, each) || beginsWithWords(name, each);
  // The longest: `strict-customer-id` is about `customer-id`, whatever shorter name it also holds.
  return known.filter((each) => isNear(plainName(each))).toSorted((a, b) => b.length - a.length)[0];
}
