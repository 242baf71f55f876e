import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type PreviewRequest, preview } from '../api/preview.ts';
import { addImportOptions, type ImportFlags, importOptionsOf } from '../options/import-options.ts';
import { tableOption } from '../options/table.ts';
import { previewLines } from '../print/preview-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { openFile, PREVIEW_BYTES, readHead } from '../upload/local-file.ts';
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

/** A local file takes precedence over a file of the bucket with the same name. */
export async function sourceOf(named: string, cwd: string): Promise<Pick<PreviewRequest, 'key' | 'head' | 'bytes'>> {
  const key = keyOf(named);
  if (key !== undefined && !(await isHere(resolve(cwd, named)))) return { key };
  const file = await openFile(named, cwd);
  return { head: (await readHead(file, PREVIEW_BYTES)).toString('base64'), bytes: file.bytes };
}

/** The key of an object that can be imported: `inbox/...` or `uploads/...`, also as `s3://bucket/inbox/...`. */
export const keyOf = (named: string): string | undefined =>
  /^(?:s3:\/\/[^/]+\/)?((?:uploads|inbox)\/.+)$/.exec(named)?.[1];

const isHere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
