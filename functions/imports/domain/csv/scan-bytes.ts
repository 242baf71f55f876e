import { LF, QUOTE } from './bytes.ts';
import { PartBuilder } from './part-builder.ts';
import { emptyPart, joinParts, type ScanPart } from './scan-part.ts';
import type { ScanWindow } from './scan-window.ts';
import { FIELD_START, QUOTED, STATES, type State, transitionsFor, UNQUOTED } from './state.ts';

/** The block size. After each block, start states that have led to the same state are merged into one scan. */
const BLOCK_BYTES = 32 * 1024;

/** The contents of the stretch for each of the four states in which it may begin, in the order of `STATES`. */
export function scanBytes(window: ScanWindow): ScanPart[] {
  let parts = STATES.map(emptyPart);
  const transitions = transitionsFor(window.delimiter);
  for (let from = window.from; from < window.to; from += BLOCK_BYTES) {
    const block = { ...window, from, to: Math.min(from + BLOCK_BYTES, window.to) };
    const scanned = scanBlock(block, transitions, new Set(parts.map((part) => part.end)));
    parts = parts.map((part) => joinParts(part, scanned[part.end] ?? emptyPart(part.end), window.recordBytes));
  }
  return parts;
}

function scanBlock(block: ScanWindow, transitions: Uint8Array, states: ReadonlySet<State>): (ScanPart | undefined)[] {
  const view = block.bytes.subarray(0, block.to);
  const hasQuote = view.indexOf(QUOTE, block.from) !== -1;
  return STATES.map((state) => {
    if (!states.has(state)) return undefined;
    const builder = new PartBuilder(block, view);
    if (state === QUOTED && !hasQuote) return scanInsideQuotes(builder, block);
    return new BlockScan(builder, block, transitions).scan(state);
  });
}

/** The block holds no quote and one is open: all of it is the text of a field. */
function scanInsideQuotes(part: PartBuilder, { from }: ScanWindow): ScanPart {
  for (let lf = part.view.indexOf(LF, from); lf !== -1; lf = part.view.indexOf(LF, lf + 1)) part.quotedLineEnd();
  return part.built(QUOTED);
}

/** One pass through a block. Native search skips lines without a quote; the others are scanned byte by byte. */
class BlockScan {
  readonly #part: PartBuilder;
  readonly #block: ScanWindow;
  readonly #transitions: Uint8Array;
  #state = 0;

  constructor(part: PartBuilder, block: ScanWindow, transitions: Uint8Array) {
    this.#part = part;
    this.#block = block;
    this.#transitions = transitions;
  }

  scan(start: State): ScanPart {
    const { from, to } = this.#block;
    this.#state = start;
    let quote = -1;
    for (let position = from; position < to; ) {
      if (this.#state === FIELD_START && this.#part.isRecordStart(position)) this.#part.recordStart(position);
      if (quote < position) quote = this.#find(QUOTE, position);
      const lineEnd = this.#find(LF, position);
      const isPlain = this.#state === FIELD_START || this.#state === UNQUOTED;
      position = isPlain && lineEnd <= quote ? this.#plainLine(lineEnd) : this.#quotedLine(position);
    }
    return this.#part.built(STATES[this.#state] ?? FIELD_START);
  }

  /** Skips a line, or the rest of the block, that has no quote and begins outside quotes. */
  #plainLine(lineEnd: number): number {
    const { to, delimiter } = this.#block;
    if (lineEnd === to) {
      this.#state = this.#part.view[to - 1] === delimiter ? FIELD_START : UNQUOTED;
      return to;
    }
    this.#part.lineEnd(lineEnd);
    this.#state = FIELD_START;
    return lineEnd + 1;
  }

  /** Skips the rest of a record, or of the block. */
  #quotedLine(from: number): number {
    const { to } = this.#block;
    const view = this.#part.view;
    const transitions = this.#transitions;
    let state = this.#state;
    for (let position = from; position < to; position += 1) {
      const byte = view[position] ?? 0;
      const isRecordEnd = byte === LF && state !== QUOTED;
      if (byte === LF && !isRecordEnd) this.#part.quotedLineEnd();
      state = transitions[(state << 8) | byte] ?? 0;
      if (!isRecordEnd) continue;
      this.#part.lineEnd(position);
      this.#state = state;
      return position + 1;
    }
    this.#state = state;
    return to;
  }

  #find(byte: number, from: number): number {
    const found = this.#part.view.indexOf(byte, from);
    return found === -1 ? this.#block.to : found;
  }
}
