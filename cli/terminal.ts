import type { Readable, Writable } from 'node:stream';
import { codeOf } from './fault.ts';

type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything of the outer world that a command sees besides the network and the disk. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  /** What was asked for: a pipe may read it. */
  readonly output: Screen;
  /** What goes on meanwhile, questions and errors: for people. */
  readonly errors: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What file names are relative to. */
  readonly cwd: string;
  /** Calls `heard` at each Ctrl-C until the answer is called. */
  onInterrupt(heard: () => void): () => void;
}

export function processTerminal(): Terminal {
  process.stdout.on('error', (error: unknown) => {
    // The reader of a pipe (`head`) may close it early; the exit code is still that of the work.
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
  };
}
