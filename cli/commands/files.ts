import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { readImport } from '../api/imports.ts';
import { downloadFiles } from '../download/download-files.ts';
import { fileLines, sizeLines } from '../print/import-lines.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly download?: string;
  readonly force?: boolean;
}

const PATIENCE = { attempts: 4, sleep: (milliseconds: number) => sleep(milliseconds) };

export function addFiles(program: Command, host: Host): void {
  const command = program.command('files <import>').description('List or download the files of an import.');
  command
    .option('--download <folder>', 'store the files in this folder')
    .option('--force', 'replace files with the same names');
  addExamples(
    addCommonOptions(command),
    [`${PROGRAM} files api-5d1f`, 'List the files:'],
    [`${PROGRAM} files api-5d1f --download results`, 'Store them in a folder:'],
  );
  command.addHelpText('after', '\nWith --json each file has an address that works without a token for 5 minutes.');
  command.action(async (importId: string, flags: Flags) => {
    const { terminal, printer, open } = contextOf(host, flags);
    const { files } = await readImport(await open(), importId);
    if (flags.download === undefined) {
      return printer.result({ items: files }, files.length === 0 ? ['The import has no files yet.'] : fileLines(files));
    }
    const folder = resolve(terminal.cwd, flags.download);
    const items = await downloadFiles(files, { folder, force: flags.force === true, patience: PATIENCE });
    const stored = items.map(({ path, bytes }) => ({ name: basename(path), bytes }));
    const lines = [`Stored in ${printable(folder)}:`, ...sizeLines(stored)];
    printer.result({ items }, items.length === 0 ? ['The import has no files yet.'] : lines);
  });
}
