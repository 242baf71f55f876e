import { SingleBar } from 'cli-progress';
import { counted, size } from '../print/amounts.ts';
import { printable } from '../print/printable.ts';
import type { Printer } from '../print/printer.ts';
import type { Terminal } from '../terminal.ts';
import { type BarState, barLine } from './bar-line.ts';

/** Shows the progress of one stage after another. */
export interface ProgressDisplay {
  /** Draws a stage; a stage with another name is finished before. */
  show(stage: BarState): void;
  /** Prints a line between two stages. */
  say(line: string): void;
  /**
   * Leaves the last stage as drawn, and moves the cursor to the next line. @param isDone whether the stage is complete
   */
  stop(isDone: boolean): void;
}

/** Bars on a terminal; one line for each stage in a log; nothing with `--json`. */
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
    // The total may be unknown at first.
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
      // The program handles Ctrl-C itself, and always stops the bar.
      gracefulExit: false,
    });
  }
}
