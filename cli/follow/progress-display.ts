import { SingleBar } from 'cli-progress';
import { counted, size } from '../print/amounts.ts';
import { printable } from '../print/printable.ts';
import type { Printer } from '../print/printer.ts';
import type { Terminal } from '../terminal.ts';
import { type BarState, barLine } from './bar-line.ts';

/** Shows stages one after the other as they go. */
export interface ProgressDisplay {
  /** Draws the stage; the one before it is finished when the name is another. */
  show(stage: BarState): void;
  /** Says something between two stages. */
  say(line: string): void;
  /** Leaves the last stage as it stands, with the cursor on a line of its own. @param isDone whether it came to its end */
  stop(isDone: boolean): void;
}

/** Bars for a person; a line a stage for a log; nothing at all with `--json`. */
export function progressDisplay(terminal: Terminal, printer: Printer): ProgressDisplay {
  if (printer.json) return { show() {}, say() {}, stop() {} };
  return terminal.errors.isTTY ? new Bars(terminal, printer) : new Lines(printer);
}

class Lines implements ProgressDisplay {
  readonly #printer: Printer;
  #last = '';

  constructor(printer: Printer) {
    this.#printer = printer;
  }

  show({ name, total, unit }: BarState): void {
    if (name === this.#last) return;
    this.#last = name;
    const amount = { bytes: size(total), records: counted(total, 'record'), chunks: '' }[unit];
    this.say(`  ${name}${amount && `: ${amount}`}`);
  }

  say(line: string): void {
    this.#printer.note(printable(line));
  }

  stop(): void {}
}

class Bars implements ProgressDisplay {
  readonly #terminal: Terminal;
  readonly #printer: Printer;
  #bar: SingleBar | undefined;
  #stage: BarState | undefined;

  constructor(terminal: Terminal, printer: Printer) {
    this.#terminal = terminal;
    this.#printer = printer;
  }

  show(stage: BarState): void {
    if (stage.name !== this.#stage?.name) this.stop(true);
    this.#stage = stage;
    if (this.#bar === undefined) {
      this.#bar = this.#newBar();
      this.#bar.start(stage.total, stage.done);
    }
    // A total may be known only on the way.
    this.#bar.setTotal(stage.total);
    this.#bar.update(stage.done);
  }

  say(line: string): void {
    this.stop(true);
    this.#printer.note(printable(line));
  }

  stop(isDone: boolean): void {
    if (this.#stage !== undefined && isDone) this.#stage = { ...this.#stage, done: this.#stage.total };
    this.#bar?.stop();
    this.#bar = undefined;
    this.#stage = undefined;
  }

  #newBar(): SingleBar {
    return new SingleBar({
      stream: this.#terminal.errors,
      format: () => (this.#stage === undefined ? '' : barLine(this.#stage, this.#printer.width - 1)),
      hideCursor: true,
      // Ctrl-C is heard elsewhere, and every way out stops the bar.
      gracefulExit: false,
    });
  }
}
