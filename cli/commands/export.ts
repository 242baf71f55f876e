import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { ApiClient } from '../api/client.ts';
import { type Export, findId, readExport, startExport } from '../api/exports.ts';
import { downloadFiles } from '../download/download-files.ts';
import { CliError } from '../errors.ts';
import { tableOption } from '../options/table.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly table: string;
  readonly definition?: string;
  readonly fields?: string;
  readonly headings: boolean;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly bom?: boolean;
  readonly formulaSafe?: boolean;
  readonly filter?: string;
  readonly since?: string;
  readonly edits?: boolean;
  readonly by?: string;
  readonly output: string;
  readonly force?: boolean;
}

const PATIENCE = { attempts: 4, sleep: (milliseconds: number) => sleep(milliseconds) };
/** The first reads come soon, for a small CRM table. */
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5_000;

export function addExport(program: Command, host: Host): void {
  const command = program
    .command('export')
    .description('Export the customers of a CRM table, or what people have changed, to a CSV file, and download it.')
    .addOption(tableOption().makeOptionMandatory())
    .option('--definition <name or id>', 'export by an export definition; other options replace all of its own')
    .option('--fields <codes>', 'codes of the columns in their order, with commas; all fields by default')
    .option('--no-headings', 'leave the line with the labels of the fields out')
    .option('--delimiter <name or character>', 'comma, semicolon, tab, pipe or one character')
    .option('--encoding <name>', 'utf-8, utf-16le, utf-16be or windows-1252')
    .option('--bom', 'begin the file with a byte-order mark')
    .option('--formula-safe', 'put an apostrophe before cells that a spreadsheet would run')
    .option('--filter <name or id>', 'only customers that fulfil a saved filter')
    .option('--since <time or last-export>', 'only what has changed since; a time such as 2026-12-01T00:00:00Z')
    .option('--edits', 'export what people have changed, with old and new values; needs --since')
    .option('--by <user id>', 'with --edits: of one person')
    .option('-o, --output <folder>', 'store the files in this folder', '.')
    .option('--force', 'replace files with the same names');
  addExamples(
    addCommonOptions(command),
    [`${PROGRAM} export --table VOUCIM`, 'All customers, with the definition to import them again:'],
    [`${PROGRAM} export --table VOUCIM --filter "North" --encoding windows-1252`, 'Those of a filter, for Excel:'],
    [`${PROGRAM} export --table VOUCIM --edits --since 2026-12-01T00:00:00Z`, 'What people have changed:'],
  );
  command.action(async (flags: Flags) => {
    const { terminal, printer, open } = contextOf(host, flags);
    const api = await open();
    const { exportId } = await startExport(api, await requestOf(api, flags), randomUUID());
    const ended = await waitForEnd(api, exportId);
    if (ended.status !== 'completed') throw notCompleted(ended);
    const folder = resolve(terminal.cwd, flags.output);
    const items = await downloadFiles(ended.files, { folder, force: flags.force === true, patience: PATIENCE });
    const { rows = 0, unrepresentable = 0 } = ended.counts ?? {};
    printer.result({ exportId, counts: ended.counts, items }, [
      `${rows} lines in ${printable(items[0]?.path ?? folder)}`,
      ...items.slice(1).map(({ path }) => `Also stored: ${printable(path)}`),
      ...(unrepresentable > 0
        ? [`${unrepresentable} cells have characters that the encoding lacks: a question mark stands for each.`]
        : []),
    ]);
  });
}

async function requestOf(api: ApiClient, flags: Flags) {
  const { table: prefix, definition, filter } = flags;
  const idOf = async (kind: 'filter' | 'export-definition', named: string | undefined) => {
    const id = named === undefined ? undefined : await findId(api, prefix, kind, named);
    if (named === undefined || id !== undefined) return id;
    const words = kind.replace('-', ' ');
    throw new CliError(`${kind}.not-found`, `CRM table ${prefix} has no ${words} "${named}".`);
  };
  const [exportDefinitionId, filterId] = [await idOf('export-definition', definition), await idOf('filter', filter)];
  const options = {
    ...(flags.edits && { kind: 'edits' }),
    ...(flags.fields !== undefined && { fields: flags.fields.split(',').map((code) => code.trim()) }),
    ...(!flags.headings && { headings: false }),
    ...(flags.delimiter !== undefined && { delimiter: flags.delimiter }),
    ...(flags.encoding !== undefined && { encoding: flags.encoding }),
    ...(flags.bom && { byteOrderMark: true }),
    ...(flags.formulaSafe && { formulaSafe: true }),
    ...(filterId !== undefined && { filterId }),
    ...(flags.since !== undefined && { since: flags.since }),
    ...(flags.by !== undefined && { by: flags.by }),
  };
  return { prefix, exportDefinitionId, ...(Object.keys(options).length > 0 && { options }) };
}

async function waitForEnd(api: ApiClient, exportId: string): Promise<Export> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const found = await readExport(api, exportId);
    if (found.status !== 'running') return found;
    await sleep(wait);
  }
}

function notCompleted({ exportId, status, reason }: Export): CliError {
  return new CliError(
    `export.${status}`,
    `Export ${exportId} is ${status}.${reason === undefined ? '' : ` ${reason}`}`,
  );
}
