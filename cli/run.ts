import { CommanderError } from 'commander';
import { CliError, EXIT } from './errors.ts';
import { messageOf } from './fault.ts';
import { errorDocument, errorLines } from './print/error-text.ts';
import { buildProgram, INTRODUCTION } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line. Answers the exit code: 0 done, 1 failed, 2 done with failures, 130 interrupted. */
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

/** Help was asked for, or the command line is wrong, which `commander` has said unless a document is wanted. */
function endOfUsage({ exitCode, message }: CommanderError, json: boolean, terminal: Terminal): number {
  if (exitCode === 0) return EXIT.done;
  if (json) tell(new CliError('usage', message.replace(/^error: /, '')), json, terminal);
  return EXIT.failed;
}

function tell(error: CliError, json: boolean, { errors }: Terminal): number {
  errors.write(json ? `${JSON.stringify(errorDocument(error), null, 2)}\n` : `${errorLines(error).join('\n')}\n`);
  return error.exitCode;
}

/** What nobody foresaw is shown as it is; nothing of it is a secret, since addresses and tokens are no part of messages. */
function toCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  return new CliError('unexpected', messageOf(error));
}
