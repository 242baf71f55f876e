import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { ApiClient } from '../api/client.ts';
import { type NewImport, readImport } from '../api/imports.ts';
import { EXIT } from '../errors.ts';
import { progressDisplay } from '../follow/progress-display.ts';
import { untilInterrupted } from '../interrupt.ts';
import { acceptProposal } from '../options/accept-proposal.ts';
import { addImportOptions, type ImportFlags, importOptionsOf } from '../options/import-options.ts';
import { parseDollars } from '../options/numbers.ts';
import { tableOption } from '../options/table.ts';
import { size } from '../print/amounts.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { type LocalFile, openFile } from '../upload/local-file.ts';
import { uploadFile } from '../upload/upload-file.ts';
import { uploadMeter } from '../upload/upload-meter.ts';
import { UploadRecord } from '../upload/upload-record.ts';
import { followToEnd, withoutAddresses } from './follow-to-end.ts';
import { addCommonOptions, addExamples, type CommonFlags, type Context, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags, ImportFlags {
  readonly table: string;
  readonly definition?: string;
  readonly corrects?: string;
  readonly yes?: boolean;
  readonly maxDollars?: number;
  readonly acceptProposal?: boolean;
  /** False with `--no-follow`. */
  readonly follow: boolean;
}

/** Six attempts wait half a minute in total. */
const UPLOAD_ATTEMPTS = 6;

export function addImport(program: Command, host: Host): void {
  const command = program.command('import <file>').description('Import a CSV file into a CRM table.');
  command.addOption(tableOption().makeOptionMandatory());
  command.option(
    '-d, --definition <name>',
    'a saved import definition (default: the default definition of the table, if any)',
  );
  addImportOptions(command)
    .option('--corrects <import>', 'the file holds failed records of this import: its mapping and options apply again')
    .option('--accept-proposal', 'use the mapping that the preview of the file proposes; --map takes precedence')
    .option('-y, --yes', 'start the import regardless of its estimated cost')
    .option('--max-dollars <amount>', 'start the import without asking up to this estimated cost', parseDollars)
    .option('--no-follow', 'exit after the upload');
  addExamples(
    addCommonOptions(command),
    [`${PROGRAM} import customers.csv --table VOUCIM`, 'Import a file and follow the import:'],
    [`${PROGRAM} import customers.csv --table VOUCIM --dry-run`, 'Compute the result without changing customers:'],
    [
      `${PROGRAM} import export.csv -t VOUCIM --map "Post code=P018" --map "Notes="`,
      'Map columns that have other names:',
    ],
    [`${PROGRAM} import export.csv -t VOUCIM --accept-proposal`, 'Map the columns as the preview proposes:'],
    [
      `${PROGRAM} import results/customers.csv.log.BulkCopy.txt -t VOUCIM --corrects 20261122T110225Z-9f86d081884c`,
      'Import corrected records by the mapping and the options of the first import:',
    ],
    [`${PROGRAM} import nightly.csv.gz -t VOUCIM -d "Nightly file" --yes --json`, 'From a script:'],
  );
  command.addHelpText(
    'after',
    '\nExit codes: 0 when every record was imported, 2 when some failed, 1 when the import failed.\nTo continue an interrupted upload, run the same command again.',
  );
  command.action(async (file: string, flags: Flags) =>
    host.finish(await importFile(contextOf(host, flags), file, flags)),
  );
}

async function importFile(context: Context, named: string, flags: Flags): Promise<number> {
  const { terminal, printer } = context;
  const file = await openFile(named, terminal.cwd);
  const requested: NewImport = {
    prefix: flags.table,
    fileName: file.name,
    bytes: file.bytes,
    ...(flags.definition !== undefined && { definition: flags.definition }),
    ...importOptionsOf(flags),
    ...(flags.corrects !== undefined && { corrects: flags.corrects }),
    ...(flags.maxDollars !== undefined && { confirmedDollars: flags.maxDollars }),
  };
  const mapped = flags.acceptProposal ? await withProposal(context, file, requested) : requested;
  const importId = await upload(context, file, mapped);
  if (flags.follow) return followToEnd(context, importId, flags);
  const view = await readImport(await context.open(), importId);
  printer.result(withoutAddresses(view), [`Uploaded. Follow the import: ${PROGRAM} follow ${importId}`]);
  return EXIT.done;
}

async function withProposal({ open, printer }: Context, file: LocalFile, requested: NewImport): Promise<NewImport> {
  const { mapping, lines } = await acceptProposal(await open(), file, requested);
  printer.note(['Mapping proposed by the preview:', ...lines].join('\n'));
  return { ...requested, mapping };
}

async function upload(context: Context, file: LocalFile, requested: NewImport): Promise<string> {
  const { terminal, printer } = context;
  const display = progressDisplay(terminal, printer);
  const advice = () => ({
    message: 'Interrupted during the upload. Nothing was imported.',
    advice: 'Run the same command again to continue.',
  });
  try {
    return await untilInterrupted(terminal, advice, async (signal) => {
      const api: ApiClient = await context.open(signal);
      printer.note(
        `${printable(file.name)} (${size(file.bytes)}) into CRM table ${requested.prefix}, through ${api.session.api}`,
      );
      const record = new UploadRecord(terminal, api.session.api, file, requested);
      const patience = { attempts: UPLOAD_ATTEMPTS, sleep: (ms: number) => sleep(ms, undefined, { signal }) };
      const meter = uploadMeter(file.bytes, display, () => performance.now());
      const importId = await uploadFile({ file, requested, record }, { api, patience, signal, meter });
      display.stop(true);
      return importId;
    });
  } finally {
    display.stop(false);
  }
}
