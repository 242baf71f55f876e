import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { downloadAddress, listDocuments, listVersions } from '../api/documents.ts';
import { downloadFiles } from '../download/download-files.ts';
import { CliError } from '../errors.ts';
import { documentLines } from '../print/document-lines.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { attachFile } from '../upload/attach-file.ts';
import { openFile } from '../upload/local-file.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface AttachFlags extends CommonFlags {
  readonly versionOf?: string;
}

interface DownloadFlags extends CommonFlags {
  readonly version?: number;
  readonly to?: string;
  readonly force?: boolean;
}

const PATIENCE = { attempts: 4, sleep: (milliseconds: number) => sleep(milliseconds) };

export function addDocuments(program: Command, host: Host): void {
  const group = program
    .command('documents')
    .description('List, attach and download documents of a customer, who is named by CRM table and Customer ID.');
  const verb = (usage: string, description: string) => addCommonOptions(group.command(usage).description(description));
  addList(verb('list <table> <customer>', 'List the documents of a customer, the newest first.'), host);
  addAttach(verb('attach <table> <customer> <files...>', 'Attach files to a customer.'), host);
  addDownload(verb('download <table> <customer> <document>', 'Store a document, named by its id, in a folder.'), host);
}

function addList(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} documents list VOUCIM VOUCIM_10001`, 'The documents of a customer:']);
  command.action(async (prefix: string, customerId: string, flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const items = await listDocuments(await open(), { prefix, customerId });
    printer.result({ items }, documentLines(items, printer.width));
  });
}

function addAttach(command: Command, host: Host): void {
  command.option('--version-of <document>', 'attach the file as a new version of this document');
  addExamples(
    command,
    [`${PROGRAM} documents attach VOUCIM VOUCIM_10001 contract.pdf photo.jpg`, 'Attach files:'],
    [`${PROGRAM} documents attach VOUCIM VOUCIM_10001 contract.pdf --version-of ID`, 'Attach a new version:'],
  );
  command.action(async (prefix: string, customerId: string, named: string[], { versionOf, ...flags }: AttachFlags) => {
    if (versionOf !== undefined && named.length > 1)
      throw new CliError('usage', 'A document gets one new version at a time: name one file.');
    const { terminal, printer, open } = contextOf(host, flags);
    const { signal } = new AbortController();
    // All of them first: a name that is mistyped attaches nothing.
    const files = await Promise.all(named.map((each) => openFile(each, terminal.cwd)));
    const api = await open();
    const items = [];
    for (const file of files)
      items.push(await attachFile(api, { prefix, customerId }, file, { documentId: versionOf, signal }));
    printer.result(
      { items },
      items.map(({ name, documentId, revision }) => `Attached ${printable(name)}: ${documentId}, version ${revision}`),
    );
  });
}

function versionNumber(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number of a version, counted from 1.');
}

function addDownload(command: Command, host: Host): void {
  command
    .option('--version <number>', 'an earlier version; the newest by default', versionNumber)
    .option('--to <folder>', 'the folder; the current one by default')
    .option('--force', 'replace a file with the same name');
  addExamples(command, [
    `${PROGRAM} documents download VOUCIM VOUCIM_10001 ID --to contracts`,
    'Store the newest version in a folder:',
  ]);
  command.action(async (prefix: string, customerId: string, documentId: string, flags: DownloadFlags) => {
    const { terminal, printer, open } = contextOf(host, flags);
    const api = await open();
    const customer = { prefix, customerId };
    const versions = await listVersions(api, customer, documentId);
    const found = flags.version === undefined ? versions[0] : versions.find(({ version }) => version === flags.version);
    if (!found) throw new CliError('document.no-version', `The document has no version ${flags.version}.`);
    const { name, bytes, version } = found;
    const url = await downloadAddress(api, customer, documentId, version);
    const folder = resolve(terminal.cwd, flags.to ?? '.');
    const items = await downloadFiles([{ name, bytes, url }], {
      folder,
      force: flags.force === true,
      patience: PATIENCE,
    });
    printer.result(
      { items },
      items.map(({ path }) => `Stored ${printable(path)}`),
    );
  });
}
