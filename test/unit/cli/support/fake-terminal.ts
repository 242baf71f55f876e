import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll } from '@jest/globals';
import { run } from '../../../../cli/run.ts';
import type { Terminal } from '../../../../cli/terminal.ts';

interface Options {
  /** The typed lines; without a terminal they come from a pipe. */
  readonly typed?: readonly string[];
  readonly isTty?: boolean;
  readonly env?: Record<string, string>;
  /** The user's browser; without it no program opens an address. */
  readonly browser?: (address: string) => void;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-cli-'));
  folders.push(folder);
  return folder;
}

/** A terminal whose output can be read, with a separate configuration. */
export class FakeTerminal implements Terminal {
  readonly cwd = newFolder();
  readonly env: Record<string, string | undefined>;
  readonly input: Terminal['input'];
  readonly output: Terminal['output'];
  readonly errors: Terminal['errors'];
  readonly #heard = new Set<() => void>();
  readonly #browser: Options['browser'];
  readonly #written = { output: '', errors: '' };

  constructor({ typed = [], isTty = false, env = {}, browser }: Options = {}) {
    this.#browser = browser;
    this.env = { SWITCHBOARD_CONFIG_DIR: join(this.cwd, 'config'), ...env };
    this.input = Object.assign(Readable.from(typed.map((line) => `${line}\n`)), { isTTY: isTty });
    this.output = this.#screen('output', isTty);
    this.errors = this.#screen('errors', isTty);
  }

  onInterrupt(heard: () => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  async openBrowser(address: string): Promise<boolean> {
    this.#browser?.(address);
    return this.#browser !== undefined;
  }

  pressCtrlC(): void {
    for (const heard of this.#heard) heard();
  }

  get printed(): string {
    return this.#written.output;
  }

  get noted(): string {
    return this.#written.errors;
  }

  /** Runs a command line; returns its exit code. */
  run(...args: string[]): Promise<number> {
    return run(args, this);
  }

  #screen(name: 'output' | 'errors', isTTY: boolean): Terminal['output'] {
    const stream = new PassThrough();
    stream.on('data', (chunk: Buffer) => {
      this.#written[name] += chunk.toString('utf8');
    });
    return Object.assign(stream, { isTTY, columns: 80 });
  }
}
