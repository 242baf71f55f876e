/** Printable ASCII without a space at either end. Nearly every value matches, so one short test suffices. */
const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Format characters, variation selectors and all other characters that fonts do not draw. */
const NOT_DRAWN = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
/** No-break, thin, ideographic and other spaces, without the ordinary space. */
const UNUSUAL_SPACE = '\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const REMOVED = new RegExp(`[${NOT_DRAWN}${UNUSUAL_SPACE}]`, 'gu');
const EDGE = /[\p{Cc}\p{Cf}\p{Z}]/u;
/** Signs of Arabic, Syriac and Kaithi that are drawn, although Unicode counts them as format characters. */
const DRAWN_FORMAT = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const FORMAT = /\p{Cf}/u;

/** A value without invisible characters, for parsers and indexes. */
export function withoutInvisible(value: string): string {
  return PLAIN.test(value) ? value : value.replace(REMOVED, '');
}

/** Letters and marks of the scripts in which a joiner or non-joiner changes the spelling of a word. */
const JOINING_SCRIPT =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const EMOJI_BEFORE_JOINER = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const EMOJI = /\p{Extended_Pictographic}/u;
/** A black flag followed by tags is the flag of England, Scotland or Wales. */
const FLAG_OR_TAG = /[\u{1f3f4}\u{e0020}-\u{e007e}]/u;
const TAG = /[\u{e0020}-\u{e007f}]/u;
const NON_JOINER = '\u200c';
const JOINER = '\u200d';

/** Whether a format character is part of the spelling: Persian, Indic scripts, emoji. */
function isSpelling(character: string, before: string, after: string): boolean {
  if (DRAWN_FORMAT.test(character)) return true;
  if (TAG.test(character)) return FLAG_OR_TAG.test(before);
  if (character === NON_JOINER) return JOINING_SCRIPT.test(before) && JOINING_SCRIPT.test(after);
  if (character !== JOINER) return false;
  // Malayalam writes some final consonants with a joiner at the end of the word.
  return JOINING_SCRIPT.test(before) || (EMOJI_BEFORE_JOINER.test(before) && EMOJI.test(after));
}

const SHOWN = 3;

/**
 * Lists the invisible characters of a text, for use in a sentence (`U+200B at position 1`): control, format and space
 * characters at the ends, and format characters inside. Undefined without any.
 * @param isKey for a Customer ID, in which even a joiner of the script makes two IDs look the same
 */
export function namedInvisible(value: string, isKey: boolean): string | undefined {
  if (PLAIN.test(value)) return undefined;
  const characters = [...value];
  const found = characters.flatMap((character, at): string[] => {
    const isAtEdge = at === 0 || at === characters.length - 1;
    if (!(isAtEdge ? EDGE : FORMAT).test(character)) return [];
    if (!isKey && isSpelling(character, characters[at - 1] ?? '', characters[at + 1] ?? '')) return [];
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return [`U+${code} at position ${at + 1}`];
  });
  if (found.length === 0) return undefined;
  const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
  return found.slice(0, SHOWN).join(', ') + more;
}
