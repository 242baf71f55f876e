import type { Command } from 'commander';
import { ApiClient } from '../api/client.ts';
import { Printer } from '../print/printer.ts';
import { openSession } from '../session/session.ts';
import type { Terminal } from '../terminal.ts';

/** What runs the commands: it lends them the terminal, and hears how they end. */
export interface Host {
  readonly terminal: Terminal;
  finish(exitCode: number): void;
}

/** What every command has. */
export interface CommonFlags {
  readonly json?: boolean;
  readonly api?: string;
}

/** What a command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly printer: Printer;
  /** The API that is meant. @param signal ends its requests */
  open(signal?: AbortSignal): Promise<ApiClient>;
}

/** Adds the options that every command has. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON document and nothing else')
    .option('--api <url>', 'which stage, or "local" for the embedded cloud');
}

export function contextOf({ terminal }: Host, { json = false, api }: CommonFlags): Context {
  return {
    terminal,
    printer: new Printer(terminal, json),
    open: async (signal) => new ApiClient(await openSession(terminal, api), signal),
  };
}

/** Examples below a command's help, one a line, with what each is for. */
export function addExamples(
  command: Command,
  ...examples: ReadonlyArray<readonly [typed: string, purpose: string]>
): Command {
  const lines = examples.flatMap(([typed, purpose]) => [`  ${purpose}`, `    ${typed}`]);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
