import type { PublishedTable } from '../../crm-tables/index.ts';
import { optionViolations } from '../../definitions/index.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import { instantOfOnce } from './next-runs.ts';
import type { Schedule } from './schedule.ts';

type Given = Pick<Schedule, 'source' | 'definition' | 'options' | 'when' | 'timeZone'>;

const violation = (pointer: string, code: string, detail: string): Violation => ({ pointer, code, detail });

/** An export has a definition of exports; that of imports, and its options, are not for it. */
function exportViolations({ definition, options }: Given): Violation[] {
  const detail = 'A schedule of exports takes its options from its export definition.';
  return [
    ...(definition === undefined ? [] : [violation('/definition', 'schedule.unfit', detail)]),
    ...(options === undefined ? [] : [violation('/options', 'schedule.unfit', detail)]),
  ];
}

function sourceViolations(given: Given, tablePrefix: string): Violation[] {
  const { source } = given;
  if (source.kind === 'export') return exportViolations(given);
  if (source.kind !== 'key') return [];
  const folder = `inbox/${tablePrefix}/`;
  if (!source.key.startsWith(folder)) {
    return [violation('/source/key', 'schedule.key-elsewhere', `The key must begin with ${folder}.`)];
  }
  if (!source.key.endsWith('/')) return [];
  return [
    violation(
      '/source/key',
      'schedule.key-is-folder',
      'This is a folder. Name a file, or choose the source kind "newest" or "all-new".',
    ),
  ];
}

/** Whether a schedule with a single run has no future run. */
export function isOver({ when, timeZone }: Pick<Given, 'when' | 'timeZone'>, now: Date): boolean {
  if (!('once' in when)) return false;
  const instant = instantOfOnce(when.once, timeZone);
  return instant === undefined || instant <= now.getTime();
}

function whenViolations({ when, timeZone }: Given, now: Date): Violation[] {
  if (!('once' in when)) return [];
  if (instantOfOnce(when.once, timeZone) === undefined) {
    const detail = `This time does not exist in ${timeZone}: the clocks are put forward past it. Choose another time.`;
    return [violation('/when/once', 'schedule.no-such-time', detail)];
  }
  if (!isOver({ when, timeZone }, now)) return [];
  return [
    violation('/when/once', 'schedule.in-the-past', `This time is in the past in ${timeZone}. Choose a later one.`),
  ];
}

/** All violations of a schedule for its CRM table, except those of its definition. */
export function scheduleViolations(given: Given, table: PublishedTable, now: Date): Violation[] {
  return [
    ...sourceViolations(given, table.prefix),
    ...optionViolations(given.options ?? {}, table),
    ...whenViolations(given, now),
  ];
}
