import type { Command } from 'commander';
import { ApiClient } from '../api/client.ts';
import { Printer } from '../print/printer.ts';
import { openSession } from '../session/session.ts';
import type { Terminal } from '../terminal.ts';

/** Runs the commands: provides the terminal and receives their exit codes. */
export interface Host {
  readonly terminal: Terminal;
  finish(exitCode: number): void;
}

export interface CommonFlags {
  readonly json?: boolean;
  readonly api?: string;
}

export interface Context {
  readonly terminal: Terminal;
  readonly printer: Printer;
  /** Opens the API that the flags select. @param signal cancels its requests */
  open(signal?: AbortSignal): Promise<ApiClient>;
}

export function addCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print a single JSON document')
    .option('--api <url>', 'address of the API, or "local" for the embedded cloud');
}

export function contextOf({ terminal }: Host, { json = false, api }: CommonFlags): Context {
  return {
    terminal,
    printer: new Printer(terminal, json),
    open: async (signal) => new ApiClient(await openSession(terminal, api), signal),
  };
}

/** Adds examples to the help of a command, one for each line, each with its purpose. */
export function addExamples(
  command: Command,
  ...examples: ReadonlyArray<readonly [typed: string, purpose: string]>
): Command {
  const lines = examples.flatMap(([typed, purpose]) => [`  ${purpose}`, `    ${typed}`]);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
