/** The most code points of a value in a log or an error, which people read. */
const LONGEST_SHOWN = 200;

/**
 * Control, line-separating, direction-changing and zero-width characters: each could make one line look like another.
 * Joiners and variation selectors stay, because texts and emoji need them.
 */
const DANGEROUS = /[\p{Cc}\u00ad\u180e\u200b\u2028\u2029\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  return NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The whole text with its control characters escaped: part of a name or address would be useless. */
export function escapeControls(text: string): string {
  return text.replace(DANGEROUS, escapeCharacter);
}

/**
 * A value for logs and error messages: at most 200 characters, or `longest` (a cut value ends in `…`), controls
 * escaped.
 */
export function shownValue(value: string, longest = LONGEST_SHOWN): string {
  const head = value.length > longest ? [...value.slice(0, 2 * longest + 2)] : [];
  const cut = head.length > longest ? `${head.slice(0, longest).join('')}…` : value;
  return escapeControls(cut);
}
