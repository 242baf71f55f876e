/** Words are sorted in two halves: bit operations work on 32 bits only. */
const LOW_BITS = 22;
const LOW_RANGE = 2 ** LOW_BITS;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Numbers kept per row: high half, low half, row. */
const STRIDE = 3;

export interface Words {
  /** Bits that a word may have, at most 53. */
  readonly bits: number;
  wordOf(row: number): number;
}

/** Sorts rows by a number each, ascending; equal ones keep their order. Least significant digit first. */
export class RadixSort {
  readonly #starts = new Uint32Array(DIGITS);
  #items = new Uint32Array(0);
  #other = new Uint32Array(0);

  reserve(count: number): void {
    if (this.#items.length >= count * STRIDE) return;
    this.#items = new Uint32Array(count * STRIDE);
    this.#other = new Uint32Array(count * STRIDE);
  }

  /** Sorts the part of `order` between the two positions. */
  sort(words: Words, order: Uint32Array, from: number, to: number): void {
    const count = to - from;
    const items = this.#items;
    for (let index = 0, at = 0; index < count; index += 1, at += STRIDE) {
      const row = order[from + index] ?? 0;
      const word = words.wordOf(row);
      const high = Math.floor(word / LOW_RANGE);
      items[at] = high;
      items[at + 1] = word - high * LOW_RANGE;
      items[at + 2] = row;
    }
    for (let bit = 0; bit < words.bits; bit += DIGIT_BITS) {
      if (bit < LOW_BITS) this.#pass(count, 1, bit);
      else this.#pass(count, 0, bit - LOW_BITS);
    }
    const sorted = this.#items;
    for (let index = 0; index < count; index += 1) order[from + index] = sorted[index * STRIDE + 2] ?? 0;
  }

  /** Whether the row at this place, counted from the start of the last sort, has the same word as the one before. */
  isTie(index: number): boolean {
    const at = index * STRIDE;
    const items = this.#items;
    return items[at] === items[at - STRIDE] && items[at + 1] === items[at - STRIDE + 1];
  }

  wordAt(index: number): number {
    const at = index * STRIDE;
    return (this.#items[at] ?? 0) * LOW_RANGE + (this.#items[at + 1] ?? 0);
  }

  #pass(count: number, half: number, shift: number): void {
    const items = this.#items;
    const other = this.#other;
    const starts = this.#starts.fill(0);
    const end = count * STRIDE;
    for (let at = half; at < end; at += STRIDE) {
      const digit = ((items[at] ?? 0) >>> shift) & (DIGITS - 1);
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    let total = 0;
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const size = starts[digit] ?? 0;
      starts[digit] = total;
      total += size * STRIDE;
    }
    for (let at = 0; at < end; at += STRIDE) {
      const digit = ((items[at + half] ?? 0) >>> shift) & (DIGITS - 1);
      const target = starts[digit] ?? 0;
      starts[digit] = target + STRIDE;
      other[target] = items[at] ?? 0;
      other[target + 1] = items[at + 1] ?? 0;
      other[target + 2] = items[at + 2] ?? 0;
    }
    this.#items = other;
    this.#other = items;
  }
}
