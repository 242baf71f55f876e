import { codeOfMark, END, markOf } from './entry.ts';

/** A word of a customer, and the code of its field. */
export interface FieldWord {
  readonly field: string;
  readonly word: string;
}

const MOST_BYTES = 40;
/** Letters of each other word: enough to tell most names apart, few enough for several words. */
const LETTERS = 6;
/** Ends a context that does not have all other words. */
const MORE = '\x01';
/** The context of an entry that says nothing of the other words. */
export const UNKNOWN_CONTEXT = MORE;
/** The end of such a context in the key of an entry. */
export const UNKNOWN_END = Buffer.from(MORE + END);

/** As much of another word as a context has. */
export const cut = (word: string): string =>
  word.length <= LETTERS ? word : [...word.slice(0, 2 * LETTERS)].slice(0, LETTERS).join('');

interface Part {
  readonly text: string;
  readonly bytes: number;
}

/** The parts of a customer's contexts, one for each word. */
export function contextParts(words: readonly FieldWord[]): readonly Part[] {
  return words.map(({ field, word }) => {
    const text = markOf(field) + cut(word);
    return { text, bytes: Buffer.byteLength(text) };
  });
}

/** The other words of a customer, as an entry of one word names them: at most 40 bytes, in the order of the columns. */
export function contextOf(parts: readonly Part[], own: number): string {
  let context = '';
  let bytes = 0;
  for (const [index, part] of parts.entries()) {
    if (index === own) continue;
    if (bytes + part.bytes >= MOST_BYTES) return context + MORE;
    context += part.text;
    bytes += part.bytes;
  }
  return context;
}

/** A context as a search reads it. */
export interface ReadContext {
  readonly words: ReadonlyArray<FieldWord & { readonly isCut: boolean }>;
  /** Whether the customer has further words. */
  readonly hasMore: boolean;
}

const PART = /(\p{Cc}[!-~])(\P{Cc}+)/gu;

export function readContext(context: string): ReadContext {
  const words = [...context.matchAll(PART)].map(([, mark = '', word = '']) => {
    return { field: codeOfMark(mark), word, isCut: [...word].length === LETTERS };
  });
  return { words, hasMore: context.endsWith(MORE) };
}
