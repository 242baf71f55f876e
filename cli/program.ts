import { Command } from 'commander';
import type { Host } from './commands/host.ts';
import { PROGRAM } from './program-name.ts';

type AddCommand = (program: Command, host: Host) => void;

/**
 * In the order of the help. A command's module is loaded only when the command is used: loading all of them with their
 * libraries takes several times as long as the shortest command.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  import: async () => (await import('./commands/import.ts')).addImport,
  preview: async () => (await import('./commands/preview.ts')).addPreview,
  follow: async () => (await import('./commands/imports.ts')).addFollow,
  imports: async () => (await import('./commands/imports.ts')).addImports,
  files: async () => (await import('./commands/files.ts')).addFiles,
  cancel: async () => (await import('./commands/imports.ts')).addCancel,
  resume: async () => (await import('./commands/imports.ts')).addResume,
  confirm: async () => (await import('./commands/imports.ts')).addConfirm,
  export: async () => (await import('./commands/export.ts')).addExport,
  definitions: async () => (await import('./commands/definitions.ts')).addDefinitions,
  schedule: async () => (await import('./commands/schedule.ts')).addSchedule,
  tables: async () => (await import('./commands/tables.ts')).addTables,
  documents: async () => (await import('./commands/documents.ts')).addDocuments,
  maintenance: async () => (await import('./commands/maintenance.ts')).addMaintenance,
  users: async () => (await import('./commands/users.ts')).addUsers,
  login: async () => (await import('./commands/login.ts')).addLogin,
  logout: async () => (await import('./commands/login.ts')).addLogout,
  whoami: async () => (await import('./commands/login.ts')).addWhoami,
  token: async () => (await import('./commands/login.ts')).addToken,
};

/** Shown without arguments. */
export const INTRODUCTION = `Switchboard: import CSV files into CRM tables.

  List the CRM tables:
    ${PROGRAM} tables
  Preview a file:
    ${PROGRAM} preview customers.csv --table VOUCIM
  Import it:
    ${PROGRAM} import customers.csv --table VOUCIM

The commands use the embedded cloud on this machine (npm start), or the stage
that you are logged in to. All commands: ${PROGRAM} --help
`;

/**
 * The program with the named command; with all commands if there is no such command, for the help and for suggestions.
 * Errors are thrown; the process never exits here.
 */
export async function buildProgram(host: Host, name: string, isQuiet: boolean): Promise<Command> {
  const { output, errors } = host.terminal;
  const program = new Command(PROGRAM)
    .description('Import CSV files into CRM tables and follow the imports.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.write(text),
      // With --json an error is a document, which `run` writes.
      writeErr: (text) => isQuiet || errors.write(text),
      getOutHelpWidth: () => output.columns ?? 80,
    })
    .showHelpAfterError(`(${PROGRAM} <command> --help shows examples)`);
  const named = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const loaders = named === undefined ? Object.values(COMMANDS) : [named];
  for (const add of await Promise.all(loaders.map((load) => load()))) add(program, host);
  return program;
}
