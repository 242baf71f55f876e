import type { Readable, Writable } from 'node:stream';
import { openBrowser } from './browser.ts';
import { codeOf } from './fault.ts';

type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The environment of a command, except the network and the disk. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  /** For results, which may be piped. */
  readonly output: Screen;
  /** For messages, questions and errors. */
  readonly errors: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder for relative file names. */
  readonly cwd: string;
  /** Calls `heard` at each Ctrl-C until the returned function is called. */
  onInterrupt(heard: () => void): () => void;
  /** Opens an address in the user's browser. Returns whether there is a program that does. */
  openBrowser(address: string): Promise<boolean>;
}

export function processTerminal(): Terminal {
  process.stdout.on('error', (error: unknown) => {
    // The reader of a pipe (`head`) may close it early; the exit code stays that of the command.
    if (codeOf(error) !== 'EPIPE') throw error;
  });
  return {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    onInterrupt(heard) {
      process.on('SIGINT', heard);
      return () => process.off('SIGINT', heard);
    },
    openBrowser: (address) => openBrowser(address, process.env),
  };
}
