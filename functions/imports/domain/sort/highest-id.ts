const ZERO = 0x30;
const NINE = 0x39;
/** No more digits than a safe integer can have; leading zeros count as digits. */
const MAX_DIGITS = 16;

/** Keeps the greatest `n` of the IDs of exactly the form prefix + decimal digits; 0 when there is none. */
export class HighestId {
  highest = 0;
  readonly #prefix: Uint8Array;

  constructor(prefix: Uint8Array) {
    this.#prefix = prefix;
  }

  /** Adds the ID in `bytes` between the two positions. */
  see(bytes: Uint8Array, start: number, end: number): void {
    const digits = start + this.#prefix.length;
    if (digits >= end || end - digits > MAX_DIGITS || !this.#begins(bytes, start)) return;
    let number = 0;
    for (let at = digits; at < end; at += 1) {
      const digit = bytes[at] ?? 0;
      if (digit < ZERO || digit > NINE) return;
      number = number * 10 + digit - ZERO;
    }
    if (number > this.highest && Number.isSafeInteger(number)) this.highest = number;
  }

  #begins(bytes: Uint8Array, start: number): boolean {
    const prefix = this.#prefix;
    for (let index = 0; index < prefix.length; index += 1) if (bytes[start + index] !== prefix[index]) return false;
    return true;
  }
}
