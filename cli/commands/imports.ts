import type { Command } from 'commander';
import { ImportSummarySchema, sendImportAction } from '../api/imports.ts';
import { listAll } from '../api/pages.ts';
import { EXIT } from '../errors.ts';
import { parseCount } from '../options/numbers.ts';
import { tableOption } from '../options/table.ts';
import { importListLines, waitingLine } from '../print/import-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { followToEnd, withoutAddresses } from './follow-to-end.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface ListFlags extends CommonFlags {
  readonly table?: string;
  readonly limit: number;
}

interface FollowFlags extends CommonFlags {
  /** False with `--no-follow`. */
  readonly follow: boolean;
  /** The newer import that the resumption overwrites. */
  readonly over?: string;
}

const USUAL_LIMIT = 20;

export function addImports(program: Command, host: Host): void {
  const command = program.command('imports').description('List the imports of one CRM table or of all, newest first.');
  command.addOption(tableOption()).option('-n, --limit <number>', 'maximum number of imports', parseCount, USUAL_LIMIT);
  addExamples(addCommonOptions(command), [
    `${PROGRAM} imports --table VOUCIM --limit 5`,
    'The five newest imports of one table:',
  ]);
  command.action(async ({ table, limit, ...flags }: ListFlags) => {
    const { printer, open } = contextOf(host, flags);
    const query = table === undefined ? '' : `prefix=${table}`;
    const items = await listAll(await open(), '/imports', ImportSummarySchema, { query, most: limit });
    printer.result({ items }, importListLines(items));
  });
}

export function addFollow(program: Command, host: Host): void {
  const command = program.command('follow <import>').description('Follow an import until it ends.');
  addExamples(addCommonOptions(command), [`${PROGRAM} follow api-5d1f`, 'Use an id from "imports":']);
  command.action(async (importId: string, flags: CommonFlags) =>
    host.finish(await followToEnd(contextOf(host, flags), importId)),
  );
}

export function addCancel(program: Command, host: Host): void {
  const command = program
    .command('cancel <import>')
    .description('Cancel an import. Written customers stay; the import can be resumed.');
  addExamples(addCommonOptions(command), [`${PROGRAM} cancel api-5d1f`, 'Cancel an import:']);
  command.action(async (importId: string, flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const view = await sendImportAction(await open(), importId, 'cancel');
    const isOver = view.status === 'cancelled';
    printer.result(withoutAddresses(view), [
      isOver ? 'Cancelled.' : 'The import stops when the records in flight are written.',
      `Resume it later: ${PROGRAM} resume ${importId}`,
    ]);
  });
}

export function addResume(program: Command, host: Host): void {
  const command = program
    .command('resume <import>')
    .description('Resume a cancelled or failed import where it stopped.')
    .option(
      '--over <newer import>',
      'resume although this newer import of the table has run; records of both may be mixed',
    );
  addGoOn(command, host, 'resume');
}

export function addConfirm(program: Command, host: Host): void {
  const command = program
    .command('confirm <import>')
    .description('Start an import that waits for the confirmation of its cost.');
  addGoOn(command, host, 'confirm');
}

function addGoOn(command: Command, host: Host, verb: 'resume' | 'confirm'): void {
  addCommonOptions(command.option('--no-follow', 'exit without following the import'));
  addExamples(command, [`${PROGRAM} ${verb} api-5d1f --no-follow`, `Use an id from "imports", and exit at once:`]);
  command.action(async (importId: string, { over, ...flags }: FollowFlags) => {
    const context = contextOf(host, flags);
    const view = await sendImportAction(
      await context.open(),
      importId,
      verb,
      over === undefined ? undefined : { over },
    );
    if (flags.follow) return host.finish(await followToEnd(context, importId));
    const waiting = view.status === 'queued' ? [waitingLine(view)] : [];
    context.printer.result(withoutAddresses(view), [...waiting, `Follow it: ${PROGRAM} follow ${importId}`]);
    host.finish(EXIT.done);
  });
}
