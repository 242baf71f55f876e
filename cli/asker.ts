import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { CliError, EXIT } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** Asks a user questions, or reads the answers from a pipe, one line for each question. */
export class Asker {
  readonly #terminal: Terminal;
  #pipe: { readonly reader: Interface; readonly lines: AsyncIterator<string> } | undefined;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** @throws CliError when standard input ends without an answer */
  line(question: string): Promise<string> {
    return this.#ask(question, this.#terminal.errors);
  }

  /** Does not show the typed answer. @throws CliError when standard input ends without an answer */
  async secret(question: string): Promise<string> {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const answer = await this.#ask(question, nowhere);
    if (this.#isPerson) this.#terminal.errors.write('\n');
    return answer;
  }

  /** Only `y` and `yes` agree. */
  async agrees(question: string): Promise<boolean> {
    return /^y(es)?$/i.test((await this.line(`${question} [y/N] `)).trim());
  }

  close(): void {
    this.#pipe?.reader.close();
  }

  get #isPerson(): boolean {
    return this.#terminal.input.isTTY === true;
  }

  async #ask(question: string, echo: Writable): Promise<string> {
    this.#terminal.errors.write(question);
    return this.#isPerson ? this.#fromPerson(echo) : this.#fromPipe();
  }

  #fromPerson(echo: Writable): Promise<string> {
    const reader = createInterface({ input: this.#terminal.input, output: echo, terminal: true });
    return new Promise<string>((resolve, reject) => {
      reader.once('line', resolve);
      reader.once('SIGINT', () => {
        this.#terminal.errors.write('\n');
        reject(new CliError('interrupted', 'Interrupted. Nothing was changed.', { exitCode: EXIT.interrupted }));
      });
      reader.once('close', () => reject(nobodyAnswers()));
    }).finally(() => reader.close());
  }

  async #fromPipe(): Promise<string> {
    if (this.#pipe === undefined) {
      const reader = createInterface({ input: this.#terminal.input });
      this.#pipe = { reader, lines: reader[Symbol.asyncIterator]() };
    }
    const { done, value } = await this.#pipe.lines.next();
    this.#terminal.errors.write('\n');
    if (done) throw nobodyAnswers();
    return value;
  }
}

/** Closes standard input after `work`: the process could not end otherwise. */
export async function asking<T>(terminal: Terminal, work: (asker: Asker) => Promise<T>): Promise<T> {
  const asker = new Asker(terminal);
  try {
    return await work(asker);
  } finally {
    asker.close();
  }
}

const nobodyAnswers = (): CliError => new CliError('input.ended', 'Standard input ended without an answer.');
