import type { Command } from 'commander';
import { preview } from '../api/preview.ts';
import { addImportOptions, type ImportFlags, importOptionsOf } from '../options/import-options.ts';
import { tableOption } from '../options/table.ts';
import { previewLines } from '../print/preview-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { sourceOf } from '../upload/named-file.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags, ImportFlags {
  readonly table: string;
  readonly definition?: string;
}

export function addPreview(program: Command, host: Host): void {
  const command = program
    .command('preview <file>')
    .description('Show the detected format and the proposed mapping of a file. Imports nothing.');
  command.addOption(tableOption().makeOptionMandatory());
  command.option(
    '-d, --definition <name>',
    'a saved import definition (default: the default definition of the table, if any)',
  );
  addCommonOptions(addImportOptions(command));
  addExamples(
    command,
    [`${PROGRAM} preview customers.csv --table VOUCIM`, 'Preview a local file; only its first 64 KB are sent:'],
    [`${PROGRAM} preview inbox/VOUCIM/nightly.csv --table VOUCIM`, 'Preview a file in the bucket:'],
  );
  command.action(async (named: string, flags: Flags) => {
    const { terminal, printer, open } = contextOf(host, flags);
    const source = await sourceOf(named, terminal.cwd);
    const { table: prefix, definition } = flags;
    const request = { prefix, ...(definition !== undefined && { definition }), ...importOptionsOf(flags), ...source };
    const shown = await preview(await open(), request);
    const about = { table: prefix, named, isHere: source.key === undefined };
    printer.result(shown, previewLines(shown, about, printer.width));
  });
}
