import { CommanderError } from 'commander';
import { CliError, EXIT } from './errors.ts';
import { messageOf } from './fault.ts';
import { errorDocument, errorLines } from './print/error-text.ts';
import { buildProgram, INTRODUCTION } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line. @returns the exit code: 0 done, 1 failed, 2 done with failures, 130 interrupted */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = args.includes('--json');
  const [name] = args;
  if (name === undefined) {
    terminal.output.write(INTRODUCTION);
    return EXIT.done;
  }
  let exitCode: number = EXIT.done;
  const finish = (code: number) => {
    exitCode = code;
  };
  try {
    const program = await buildProgram({ terminal, finish }, name, json);
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endOfUsage(error, json, terminal);
    return tell(toCliError(error), json, terminal);
  }
}

/** Ends after the help or a wrong command line. `commander` has printed the error, except with `--json`. */
function endOfUsage({ exitCode, message }: CommanderError, json: boolean, terminal: Terminal): number {
  if (exitCode === 0) return EXIT.done;
  if (json) tell(new CliError('usage', message.replace(/^error: /, '')), json, terminal);
  return EXIT.failed;
}

function tell(error: CliError, json: boolean, { errors }: Terminal): number {
  errors.write(json ? `${JSON.stringify(errorDocument(error), null, 2)}\n` : `${errorLines(error).join('\n')}\n`);
  return error.exitCode;
}

/**
 * An unexpected error is shown with its own message. Messages contain no secret: addresses and tokens are never part of
 * them.
 */
function toCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  return new CliError('unexpected', messageOf(error));
}
