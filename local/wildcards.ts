/** Whether a text fits a pattern in which `*` stands for any text, slashes included, and `?` for one character. Case counts. */
export function fitsWildcards(pattern: string, text: string): boolean {
  const source = pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, (sign) => SOURCES[sign] ?? `\\${sign}`);
  return new RegExp(`^${source}$`, 's').test(text);
}

const SOURCES: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };
