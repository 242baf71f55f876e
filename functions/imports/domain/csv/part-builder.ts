import { CR, LF, skipCarriageReturns } from './bytes.ts';
import type { ScanPart } from './scan-part.ts';
import type { ScanWindow } from './scan-window.ts';
import type { State } from './state.ts';

/** Collects the findings of one pass through a block. Positions are those of the window's buffer. */
export class PartBuilder {
  /** The window's bytes up to the end of the block. */
  readonly view: Buffer;
  readonly #window: ScanWindow;
  #records = 0;
  #lines = 0;
  #lf = 0;
  #crlf = 0;
  #first = -1;
  #firstLine = 0;
  #firstEnd = -1;
  #open = -1;
  #openLine = 0;
  #tooLong = -1;
  #tooLongLine = 0;

  constructor(window: ScanWindow, view: Buffer) {
    this.#window = window;
    this.view = view;
  }

  /** Whether a record begins here if no quoted field is open: after a line end, unless the line is empty. */
  isRecordStart(position: number): boolean {
    const { bytes, base, dataStart } = this.#window;
    if (bytes[position - 1] !== LF && base + position !== dataStart) return false;
    const byte = bytes[position];
    return byte === CR ? bytes[skipCarriageReturns(bytes, position)] !== LF : byte !== LF;
  }

  recordStart(position: number): void {
    this.#records += 1;
    this.#open = position;
    this.#openLine = this.#lines;
    if (this.#first !== -1) return;
    this.#first = position;
    this.#firstLine = this.#lines;
  }

  /** Handles an LF outside quotes. */
  lineEnd(position: number): void {
    this.#lines += 1;
    if (this.#window.bytes[position - 1] === CR) this.#crlf += 1;
    else this.#lf += 1;
    if (this.#open === -1) {
      if (this.#records === 0 && this.#firstEnd === -1) this.#firstEnd = position + 1;
      return;
    }
    if (position + 1 - this.#open > this.#window.recordBytes && this.#tooLong === -1) {
      this.#tooLong = this.#open;
      this.#tooLongLine = this.#openLine;
    }
    this.#open = -1;
  }

  quotedLineEnd(): void {
    this.#lines += 1;
  }

  built(end: State): ScanPart {
    const { base } = this.#window;
    const part: ScanPart = { end, records: this.#records, lines: this.#lines, lf: this.#lf, crlf: this.#crlf };
    if (this.#first !== -1) part.first = { offset: base + this.#first, line: this.#firstLine };
    if (this.#firstEnd !== -1) part.firstEnd = base + this.#firstEnd;
    if (this.#open !== -1) part.open = { offset: base + this.#open, line: this.#openLine };
    if (this.#tooLong !== -1) part.tooLong = { offset: base + this.#tooLong, line: this.#tooLongLine };
    return part;
  }
}
