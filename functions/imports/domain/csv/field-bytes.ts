import { QUOTE } from './bytes.ts';

/** The place of one field's content. */
export interface FieldPlace {
  start: number;
  length: number;
  /** The content is escaped: `decodeField` decodes it. */
  escaped: boolean;
}

/**
 * Finds field `column` of the record in `bytes` from `start` to `end`, and writes its place to `place`. A field that
 * the record lacks is an empty one at the record's end.
 */
export function locateField(
  bytes: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  column: number,
  place: FieldPlace,
): void {
  let fieldStart = start;
  for (let passed = 0; passed < column; passed += 1) {
    fieldStart = fieldEnd(bytes, fieldStart, end, delimiter) + 1;
    if (fieldStart > end) break;
  }
  if (fieldStart > end) fieldStart = end;
  const stop = fieldEnd(bytes, fieldStart, end, delimiter);
  if (fieldStart < stop && bytes[fieldStart] === QUOTE) placeQuoted(bytes, fieldStart, stop, place);
  else {
    place.start = fieldStart;
    place.length = stop - fieldStart;
    place.escaped = false;
  }
}

/** Writes the content of an escaped field to `target` from `at` on; returns its length. */
export function decodeField(bytes: Uint8Array, start: number, end: number, target: Uint8Array, at: number): number {
  const closing = closingQuote(bytes, start + 1, end);
  const outer = closing + 1 < end;
  let to = at;
  if (outer) target[to++] = QUOTE;
  for (let from = start + 1; from < closing; from += 1) {
    target[to++] = bytes[from] ?? 0;
    if (bytes[from] === QUOTE) from += 1;
  }
  if (outer) for (let from = closing; from < end; from += 1) target[to++] = bytes[from] ?? 0;
  return to - at;
}

function placeQuoted(bytes: Uint8Array, start: number, stop: number, place: FieldPlace): void {
  const closing = closingQuote(bytes, start + 1, stop);
  const closed = closing + 1 >= stop;
  place.escaped = hasQuote(bytes, start + 1, closing);
  // Text after the closing quote makes the field an unquoted one: its outer quotes belong to the content.
  const bare = closed && !place.escaped;
  place.start = bare ? start + 1 : start;
  place.length = bare ? closing - start - 1 : stop - start;
}

/** The delimiter that ends the field which begins at `start`, or the record's end. */
function fieldEnd(bytes: Uint8Array, start: number, end: number, delimiter: number): number {
  let position = start < end && bytes[start] === QUOTE ? closingQuote(bytes, start + 1, end) : start;
  while (position < end && bytes[position] !== delimiter) position += 1;
  return Math.min(position, end);
}

/** The first quote from `from` on that is not one of a doubled pair, or `end`. */
function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  for (let position = from; position < end; position += 1) {
    if (bytes[position] !== QUOTE) continue;
    if (position + 1 < end && bytes[position + 1] === QUOTE) position += 1;
    else return position;
  }
  return end;
}

function hasQuote(bytes: Uint8Array, from: number, end: number): boolean {
  for (let position = from; position < end; position += 1) if (bytes[position] === QUOTE) return true;
  return false;
}
