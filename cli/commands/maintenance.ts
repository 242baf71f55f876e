import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { ApiClient } from '../api/client.ts';
import { deleteTables, eraseCustomer, type Job, listJobs, previewDeletion, readJob } from '../api/maintenance.ts';
import { listTables } from '../api/tables.ts';
import { asking } from '../asker.ts';
import { CliError, EXIT, usageError } from '../errors.ts';
import { blockerLines, jobLines, jobListLines, previewLines } from '../print/maintenance-lines.ts';
import { printable } from '../print/printable.ts';
import { PROGRAM } from '../program-name.ts';
import { addCommonOptions, addExamples, type CommonFlags, type Context, contextOf, type Host } from './host.ts';

interface OrderFlags extends CommonFlags {
  readonly yes?: boolean;
  readonly wait: boolean;
}

interface EraseFlags extends OrderFlags {
  readonly value?: readonly string[];
  readonly absent?: boolean;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
const MOST_JOBS = 50;

export function addMaintenance(program: Command, host: Host): void {
  const group = program
    .command('maintenance')
    .description('Delete CRM tables, erase customers, and show the certificates.');
  const verb = (usage: string, description: string) => addCommonOptions(group.command(usage).description(description));
  addList(verb('list <account>', 'List the newest maintenance jobs of an account.'), host);
  addShow(verb('show <account> <job>', 'Show a job; the certificate of one that has ended.'), host);
  addDeleteTables(
    verb('delete-tables <account> <tables...>', 'Delete CRM tables with everything that belongs to them, for good.'),
    host,
  );
  addErase(verb('erase <table> <customer>', 'Erase a customer from records, notes, documents and files.'), host);
}

function addList(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} maintenance list BRI`, 'The jobs of an account:']);
  command.action(async (account: string, flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const items = await listJobs(await open(), upper(account), MOST_JOBS);
    printer.result({ items }, jobListLines(items, printer.width));
  });
}

function addShow(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} maintenance show BRI ID > certificate.txt`, 'Keep a certificate:']);
  command.action(async (account: string, jobId: string, flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const job = await readJob(await open(), upper(account), jobId);
    printer.result(job, jobLines(job));
  });
}

const upper = (prefix: string): string => prefix.toUpperCase();

const addOrderOptions = (command: Command): Command =>
  command
    .option('-y, --yes', 'order it without a question')
    .option('--no-wait', 'return as soon as it is ordered; the job goes on');

function addDeleteTables(command: Command, host: Host): void {
  addExamples(
    addOrderOptions(command),
    [`${PROGRAM} maintenance delete-tables BRI VOUCIM`, 'Show what would be deleted, and ask:'],
    [`${PROGRAM} maintenance delete-tables BRI VOUCIM OUTBND --yes --json`, 'From a script:'],
  );
  command.action(async (named: string, tables: string[], flags: OrderFlags) => {
    const context = contextOf(host, flags);
    const [account, prefixes] = [upper(named), tables.map(upper)];
    const api = await context.open();
    const preview = await previewDeletion(api, account, prefixes);
    if (preview.blockers.length > 0) {
      const [first, ...others] = blockerLines(preview.blockers);
      throw new CliError('table-deletion.blocked', `Nothing was deleted. ${[first, ...others].join(' ')}`);
    }
    context.printer.note(...previewLines(preview), 'Nothing brings them back.');
    await requireConfirmation(context, flags, prefixes.join(' '));
    await showToEnd(context, host, api, { account, job: await deleteTables(api, account, prefixes), ...flags });
  });
}

function withValue(text: string, before: readonly string[] = []): string[] {
  if (text.length < 4) throw new InvalidArgumentError('A value has four characters or more.');
  return [...before, text];
}

function addErase(command: Command, host: Host): void {
  addOrderOptions(command)
    .option('--value <text>', 'a further value by which files of imports are searched; may be repeated', withValue)
    .option('--absent', 'there is no such customer any more: search the files alone');
  addExamples(
    command,
    [`${PROGRAM} maintenance erase VOUCIM VOUCIM_10001 --value amelia@example.com`, 'Erase a customer:'],
    [`${PROGRAM} maintenance erase VOUCIM VOUCIM_10001 --absent --yes`, 'Only from files, without a question:'],
  );
  command.action(async (table: string, customerId: string, flags: EraseFlags) => {
    const context = contextOf(host, flags);
    const { value: values = [], absent: isAbsent = false } = flags;
    const prefix = upper(table);
    const api = await context.open();
    const account = (await listTables(api)).find((each) => each.prefix === prefix)?.account.prefix;
    if (account === undefined) throw new CliError('crm-table.not-found', `There is no CRM table ${prefix}.`);
    context.printer.note(
      `Customer ${customerId} of ${prefix} goes from records, notes, documents, exports and files of imports. Nothing brings the customer back.`,
    );
    await requireConfirmation(context, flags, customerId);
    const job = await eraseCustomer(api, account, { prefix, customerId, values, isAbsent });
    await showToEnd(context, host, api, { account, job, ...flags });
  });
}

/** @throws CliError without the typed text, and for a script without `--yes` */
async function requireConfirmation({ terminal, printer }: Context, { yes }: OrderFlags, text: string): Promise<void> {
  if (yes) return;
  if (!printer.isInteractive)
    throw usageError('Nothing was deleted.', 'Give --yes: there is nobody to answer a question.');
  const typed = await asking(terminal, (asker) => asker.line(`To confirm, type ${text}: `));
  if (typed.trim() !== text) throw new CliError('not-confirmed', 'Nothing was deleted: the text differs.');
}

interface Ordered {
  readonly account: string;
  readonly job: Job;
  readonly wait: boolean;
}

/** Shows the job at its end, or as it was ordered. */
async function showToEnd(
  { printer }: Context,
  host: Host,
  api: ApiClient,
  { account, job, wait }: Ordered,
): Promise<void> {
  let now = job;
  let shown: string | undefined;
  for (let pause = FIRST_WAIT_MS; wait && now.status === 'running'; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
    const state = now.waitsFor ?? (now.stage && `Works on: ${now.stage}`);
    if (state !== undefined && state !== shown) printer.note(printable(state));
    shown = state;
    await sleep(pause);
    now = await readJob(api, account, job.jobId);
  }
  printer.result(now, jobLines(now));
  if (now.status === 'rejected') host.finish(EXIT.failed);
}
