import type { Command } from 'commander';
import { listTables } from '../api/tables.ts';
import { textTable } from '../print/text-table.ts';
import { PROGRAM } from '../program-name.ts';
import { addAcceptTable } from './accept-table.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';
import { addProposeTable } from './propose-table.ts';

const COLUMNS = [
  { title: 'Table' },
  { title: 'Name', least: 12 },
  { title: 'Account', least: 12 },
  { title: 'Published' },
] as const;

export function addTables(program: Command, host: Host): void {
  const command = program.command('tables').description('List the CRM tables that files can be imported into.');
  addExamples(addCommonOptions(command), [`${PROGRAM} tables`, 'List the prefixes for --table:']);
  command.action(async (flags: CommonFlags) => {
    const { printer, open } = contextOf(host, flags);
    const items = await listTables(await open());
    const rows = items.map(({ prefix, name, account, publishedVersion }) => [
      prefix,
      name,
      `${account.prefix} ${account.name}`,
      publishedVersion ? `version ${publishedVersion}` : 'not yet',
    ]);
    printer.result({ items }, rows.length === 0 ? ['No CRM tables yet.'] : textTable(COLUMNS, rows, printer.width));
  });
  addProposeTable(command, host);
  addAcceptTable(command, host);
}
