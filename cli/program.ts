import { Command } from 'commander';
import { addDefinitions } from './commands/definitions.ts';
import { addFiles } from './commands/files.ts';
import type { Host } from './commands/host.ts';
import { addImport } from './commands/import.ts';
import { addCancel, addConfirm, addFollow, addImports, addResume } from './commands/imports.ts';
import { addLogin, addLogout, addToken, addWhoami } from './commands/login.ts';
import { addPreview } from './commands/preview.ts';
import { addSchedule } from './commands/schedule.ts';
import { addTables } from './commands/tables.ts';
import { PROGRAM } from './program-name.ts';

const COMMANDS = [
  addImport,
  addPreview,
  addFollow,
  addImports,
  addFiles,
  addCancel,
  addResume,
  addConfirm,
  addDefinitions,
  addSchedule,
  addTables,
  addLogin,
  addLogout,
  addWhoami,
  addToken,
];

/** For somebody who has typed nothing more than the name. */
export const INTRODUCTION = `Switchboard: import CSV files into CRM tables.

  Which tables there are:
    ${PROGRAM} tables
  What a file is taken for:
    ${PROGRAM} preview customers.csv --table VOUCIM
  Import it:
    ${PROGRAM} import customers.csv --table VOUCIM

They go to the embedded cloud of this machine (npm start), or to the stage
that you are logged in to. All commands: ${PROGRAM} --help
`;

/** The commands. What goes wrong is thrown, and never ends the process. */
export function buildProgram(host: Host, isQuiet: boolean): Command {
  const { output, errors } = host.terminal;
  const program = new Command(PROGRAM)
    .description('Import CSV files into CRM tables, and see what came of it.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.write(text),
      // With --json an error is a document, which is written elsewhere.
      writeErr: (text) => isQuiet || errors.write(text),
      getOutHelpWidth: () => output.columns ?? 80,
    })
    .showHelpAfterError(`(${PROGRAM} <command> --help shows examples)`);
  for (const add of COMMANDS) add(program, host);
  return program;
}
