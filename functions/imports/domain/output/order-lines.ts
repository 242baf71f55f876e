import { asBuffer, countLineFeeds, LF } from '../csv/bytes.ts';

const ZERO = 0x30;
const NINE = 0x39;

/**
 * Sorts the lines of a text by the number at their beginning; lines with the same number keep their order. A line
 * without a number comes first. Memory: twice the text, and 24 bytes a line.
 * @param lines whole lines, each ended by a line feed
 */
export function orderLines(lines: Uint8Array): Uint8Array {
  const text = asBuffer(lines);
  const count = countLineFeeds(text);
  const starts = new Float64Array(count + 1);
  const numbers = new Float64Array(count);
  let isOrdered = true;
  let start = 0;
  for (let line = 0; line < count; line += 1) {
    starts[line] = start;
    numbers[line] = leadingNumber(text, start);
    isOrdered &&= line === 0 || (numbers[line] ?? 0) >= (numbers[line - 1] ?? 0);
    start = text.indexOf(LF, start) + 1;
  }
  starts[count] = start;
  return isOrdered ? text : gather(text, starts, lineOrder(numbers));
}

function leadingNumber(text: Uint8Array, start: number): number {
  let value = 0;
  for (let at = start; ; at += 1) {
    const byte = text[at] ?? 0;
    if (byte < ZERO || byte > NINE) return value;
    value = value * 10 + byte - ZERO;
  }
}

function lineOrder(numbers: Float64Array): Uint32Array {
  const order = Uint32Array.from(numbers.keys());
  return order.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
}

function gather(text: Uint8Array, starts: Float64Array, order: Uint32Array): Uint8Array {
  const ordered = new Uint8Array(text.length);
  let to = 0;
  for (const line of order) {
    const piece = text.subarray(starts[line], starts[line + 1]);
    ordered.set(piece, to);
    to += piece.length;
  }
  return ordered;
}
