import type { Command } from 'commander';
import type { ApiClient } from '../api/client.ts';
import { findId } from '../api/exports.ts';
import {
  createSchedule,
  deleteSchedule,
  getSchedule,
  listSchedules,
  type NewSchedule,
  runSchedule,
  setScheduleState,
} from '../api/schedules.ts';
import { CliError, usageError } from '../errors.ts';
import { addImportOptions, type ImportFlags, importOptionsOf } from '../options/import-options.ts';
import { tableOption } from '../options/table.ts';
import { readWhen, type WhenFlags } from '../options/when.ts';
import { printable } from '../print/printable.ts';
import { scheduleLines, scheduleListLines } from '../print/schedule-lines.ts';
import { PROGRAM } from '../program-name.ts';
import { keyOf } from '../upload/named-file.ts';
import { addCommonOptions, addExamples, type CommonFlags, contextOf, type Host } from './host.ts';

interface Flags extends CommonFlags {
  readonly table: string;
}

interface AddFlags extends Flags, WhenFlags, ImportFlags {
  readonly newest?: boolean;
  readonly allNew?: boolean;
  readonly key?: string;
  readonly export?: string;
  readonly definition?: string;
  readonly timeZone: string;
}

export function addSchedule(program: Command, host: Host): void {
  const group = program
    .command('schedule')
    .description('Manage schedules, which import files or export customers, once or repeatedly.');
  const verb = (usage: string, description: string) =>
    addCommonOptions(group.command(usage).description(description).addOption(tableOption().makeOptionMandatory()));
  addList(verb('list', 'List the schedules of a CRM table.'), host);
  addShow(verb('show <name>', 'Show a schedule with its next five runs.'), host);
  addAdd(verb('add <name>', 'Make one.'), host);
  addState(verb('pause <name>', 'Pause a schedule until it is resumed.'), host, 'pause');
  addState(verb('resume <name>', 'Resume a paused schedule.'), host, 'resume');
  addRun(verb('run <name>', 'Run a schedule now, in addition to its planned runs.'), host);
  addDelete(verb('delete <name>', 'Delete a schedule. Its imports stay.'), host);
}

function addList(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} schedule list -t VOUCIM`, 'The schedules of a CRM table:']);
  command.action(async ({ table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const items = await listSchedules(await open(), table);
    printer.result({ items }, scheduleListLines(items));
  });
}

function addShow(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} schedule show "Nightly file" -t VOUCIM`, 'The next runs and the last one:']);
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const { body } = await getSchedule(await open(), table, name);
    printer.result(body, scheduleLines(body));
  });
}

function addState(command: Command, host: Host, verb: 'pause' | 'resume'): void {
  addExamples(command, [`${PROGRAM} schedule ${verb} "Nightly file" -t VOUCIM`, 'A schedule by its name:']);
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const { body } = await getSchedule(api, table, name);
    const changed = await setScheduleState(api, body, verb);
    printer.result(changed, scheduleLines(changed));
  });
}

function addRun(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} schedule run "Nightly file" -t VOUCIM`, 'One run more, now:']);
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const { body } = await getSchedule(api, table, name);
    const started = await runSchedule(api, body);
    printer.result(started, [
      `Started a run of ${printable(body.name)}. Its result: ${PROGRAM} schedule show ${body.scheduleId} -t ${table}`,
    ]);
  });
}

function addDelete(command: Command, host: Host): void {
  addExamples(command, [`${PROGRAM} schedule delete "Nightly file" -t VOUCIM`, 'A schedule that is no longer used:']);
  command.action(async (name: string, { table, ...flags }: Flags) => {
    const { printer, open } = contextOf(host, flags);
    const api = await open();
    const before = await getSchedule(api, table, name);
    await deleteSchedule(api, before);
    printer.result({ deleted: before.body.scheduleId }, [`Deleted ${printable(before.body.name)}.`]);
  });
}

function addAdd(command: Command, host: Host): void {
  command
    .option('--newest', 'import the newest file in inbox/<table>/, each file once; older files are ignored')
    .option('--all-new', 'import every new file in inbox/<table>/, oldest first, one import each')
    .option('--key <key>', 'import this object every time, e.g. inbox/VOUCIM/nightly.csv')
    .option('--export <name>', 'import nothing, and export by this export definition')
    .option('--once <time>', 'e.g. "2026-12-01 06:00"')
    .option('--hourly <minute>', 'e.g. :15')
    .option('--daily <time>', 'e.g. 06:00')
    .option('--weekly <days@time>', 'e.g. mon,thu@06:00')
    .option('--monthly <day@time>', 'e.g. 1@06:00 or last@06:00')
    .option('--time-zone <name>', 'time zone of the schedule', Intl.DateTimeFormat().resolvedOptions().timeZone)
    .option('-d, --definition <name>', 'a saved import definition');
  addImportOptions(command);
  addExamples(
    command,
    [`${PROGRAM} schedule add "Nightly file" -t VOUCIM --newest --daily 06:00`, 'Every morning, the newest file:'],
    [
      `${PROGRAM} schedule add "Month end" -t VOUCIM --key inbox/VOUCIM/all.csv --monthly last@23:00 --time-zone Europe/London`,
      'On the last day of each month, always the same file:',
    ],
    [`${PROGRAM} schedule add "Every file" -t VOUCIM --all-new --hourly :15`, 'Every hour, all new files:'],
    [
      `${PROGRAM} schedule add "Weekly file" -t VOUCIM --export "For Brigitte" --weekly fri@18:00`,
      'An export each Friday:',
    ],
    [`${PROGRAM} schedule add "Go live" -t VOUCIM --newest --once "2026-12-01 06:00"`, 'Once:'],
  );
  command.action(async (name: string, flags: AddFlags) => {
    const { printer, open } = contextOf(host, flags);
    const { table, definition, timeZone } = flags;
    const { options } = importOptionsOf(flags);
    if (flags.map !== undefined)
      throw usageError(
        'A schedule has no mapping of its own. Save a definition with the mapping, and name it with --definition.',
      );
    const api = await open();
    const wanted: NewSchedule = {
      name,
      source: await sourceOf(api, flags),
      when: readWhen(flags),
      timeZone,
      ...(definition !== undefined && { definition }),
      ...(options && { options }),
    };
    const made = await createSchedule(api, table, wanted);
    printer.result(made, scheduleLines(made));
  });
}

async function sourceOf(
  api: ApiClient,
  { newest, allNew, key, table, ...flags }: AddFlags,
): Promise<NewSchedule['source']> {
  const given = [newest === true, allNew === true, key !== undefined, flags.export !== undefined].filter(Boolean);
  if (given.length !== 1) {
    throw usageError(
      'Give exactly one of --newest, --all-new, --key and --export.',
      `Example: --key inbox/${table}/nightly.csv`,
    );
  }
  if (flags.export !== undefined) {
    const exportDefinitionId = await findId(api, table, 'export-definition', flags.export);
    if (exportDefinitionId !== undefined) return { kind: 'export', exportDefinitionId };
    const message = `CRM table ${table} has no export definition "${flags.export}".`;
    throw new CliError('export-definition.not-found', message);
  }
  if (key !== undefined) return { kind: 'key', key: keyOf(key) ?? key };
  return { kind: newest === true ? 'newest' : 'all-new' };
}
