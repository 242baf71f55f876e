import { type PublishedTableReader, requirePublished } from '../../crm-tables/index.ts';
import { type DefinitionReader, OptionChoicesSchema } from '../../definitions/index.ts';
import { carryUnknown } from '../../shared/domain/carry-unknown.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import { staleRevision } from '../../shared/domain/revised.ts';
import { type Schedule, type ScheduleInput, ScheduleSchema, type StoredSchedule } from '../domain/schedule.ts';
import { scheduleViolations } from '../domain/schedule-rules.ts';
import { type FollowPorts, follow } from './follow.ts';
import { findSchedule, type SchedulePath } from './get-schedule.ts';

export interface SavePorts extends FollowPorts {
  readonly tables: PublishedTableReader;
  readonly definitions: Pick<DefinitionReader, 'find'>;
}

/**
 * Saves a new schedule and has it run. With an id that is taken, it is what a caller says again that did not hear whether the
 * schedule was saved.
 * @throws DomainError `crm-table.not-found`, `crm-table.not-published`, `schedule.invalid`
 */
export async function createSchedule(
  ports: SavePorts,
  { prefix, scheduleId }: SchedulePath,
  input: ScheduleInput,
): Promise<StoredSchedule> {
  const checked = await check(ports, prefix, input);
  const now = ports.clock.now().toISOString();
  const schedule = { scheduleId, prefix, ...checked, createdAt: now, updatedAt: now };
  const created: StoredSchedule = { schedule, revision: 1, pending: 'apply' };
  const outcome = await ports.schedules.create(created);
  if (outcome === 'definition-gone') throw invalid(prefix, [unknownDefinition(prefix)]);
  if (outcome === 'written') return (await follow(ports, created)) ?? created;
  const { revision } = await findSchedule(ports, { prefix, scheduleId });
  return updateSchedule(ports, { prefix, scheduleId }, input, revision);
}

/**
 * Changes a schedule that is still as its reader saw it.
 * @throws DomainError as `createSchedule`, and `schedule.not-found`, `if-match.stale`
 */
export async function updateSchedule(
  ports: SavePorts,
  path: SchedulePath,
  input: ScheduleInput,
  revision: number,
): Promise<StoredSchedule> {
  const checked = await check(ports, path.prefix, input);
  const before = await findSchedule(ports, path);
  if (before.revision !== revision) throw staleRevision();
  const { scheduleId, prefix, createdAt } = before.schedule;
  const changed = { scheduleId, prefix, ...checked, createdAt, updatedAt: ports.clock.now().toISOString() };
  const schedule = carrySchedule(before.schedule, changed);
  const after: StoredSchedule = { schedule, revision: revision + 1, pending: 'apply' };
  const outcome = await ports.schedules.replace(before, after);
  if (outcome === 'definition-gone') throw invalid(path.prefix, [unknownDefinition(path.prefix)]);
  if (outcome === 'stale') throw staleRevision();
  return (await follow(ports, after)) ?? after;
}

/** The change, with what a newer release has stored in the schedule and its options. */
function carrySchedule(before: Schedule, after: Schedule): Schedule {
  const options = after.options && carryUnknown(OptionChoicesSchema, before.options, after.options);
  return carryUnknown(ScheduleSchema, before, { ...after, ...(options && { options }) });
}

/** What was said, the definition by its id. */
async function check(ports: SavePorts, prefix: string, input: ScheduleInput): Promise<ScheduleInput> {
  const table = await requirePublished(ports, prefix);
  const { definition: named, ...said } = input;
  const definition = named === undefined ? undefined : await ports.definitions.find(prefix, named);
  const violations = [
    ...scheduleViolations(input, table, ports.clock.now()),
    ...(named !== undefined && !definition ? [unknownDefinition(prefix)] : []),
  ];
  if (violations.length > 0) throw invalid(prefix, violations);
  return definition ? { ...said, definition: definition.definitionId } : said;
}

function unknownDefinition(prefix: string): Violation {
  const detail = `CRM table ${prefix} has no import definition of this id or name.`;
  return { pointer: '/definition', code: 'definition.not-found', detail };
}

function invalid(prefix: string, violations: readonly Violation[]): DomainError {
  const message = `The schedule does not fit CRM table ${prefix}, or the calendar; see errors.`;
  return new DomainError('invalid', 'schedule.invalid', message, violations);
}
