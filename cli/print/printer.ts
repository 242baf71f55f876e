import type { Terminal } from '../terminal.ts';

const NARROWEST = 60;
const USUAL = 80;

/** Prints results to stdout, and everything else to stderr. */
export class Printer {
  readonly json: boolean;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal, json: boolean) {
    this.#terminal = terminal;
    this.json = json;
  }

  /** Characters a line. */
  get width(): number {
    // A terminal that does not know its width reports 0.
    return Math.max(NARROWEST, this.#terminal.output.columns || USUAL);
  }

  /** Whether the terminal can show progress and ask questions. */
  get isInteractive(): boolean {
    return !this.json && this.#terminal.errors.isTTY === true && this.#terminal.input.isTTY === true;
  }

  /** The result of the command: the document with `--json`, the lines without. */
  result(document: unknown, lines: readonly string[]): void {
    this.#terminal.output.write(this.json ? `${JSON.stringify(document, null, 2)}\n` : asText(lines));
  }

  /** A message besides the result; left out with `--json`. */
  note(...lines: readonly string[]): void {
    if (!this.json) this.#terminal.errors.write(asText(lines));
  }
}

const asText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
