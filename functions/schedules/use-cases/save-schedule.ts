import { type PublishedTableReader, requirePublished } from '../../crm-tables/index.ts';
import { type DefinitionReader, OptionChoicesSchema } from '../../definitions/index.ts';
import { type ExportDefinitionRepository, mayExportBy } from '../../exports/index.ts';
import { authorise } from '../../shared/domain/authorise.ts';
import { carryUnknown } from '../../shared/domain/carry-unknown.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import {
  checkRevision,
  type ExpectedRevision,
  nextRevision,
  type Revised,
  staleRevision,
} from '../../shared/domain/revised.ts';
import type { ScheduleInput, SchedulePath, StoredSchedule } from '../domain/schedule.ts';
import { scheduleViolations } from '../domain/schedule-rules.ts';
import { findSchedule } from './get-schedule.ts';
import { type ReconcilePorts, reconcile } from './reconcile.ts';
import { scheduleEntry } from './schedule-entry.ts';

export interface SavePorts extends ReconcilePorts {
  readonly tables: PublishedTableReader;
  readonly definitions: Pick<DefinitionReader, 'find'>;
  readonly exportDefinitions: Pick<ExportDefinitionRepository, 'read'>;
}

/**
 * Saves a new schedule and its timer. If the id exists, the request repeats one whose answer was lost.
 * @throws DomainError `crm-table.not-found`, `crm-table.not-published`, `schedule.invalid`, `access.forbidden`
 */
export async function createSchedule(
  ports: SavePorts,
  { prefix, scheduleId }: SchedulePath,
  input: ScheduleInput,
  origin: RequestOrigin,
): Promise<Revised<StoredSchedule>> {
  const checked = await check(ports, prefix, input, origin);
  const now = ports.clock.now().toISOString();
  const value = { scheduleId, prefix, ...checked, createdAt: now, updatedAt: now, pending: 'apply' as const };
  const created = { value, revision: 1 };
  const entry = await scheduleEntry(ports, origin, 'create', value, { after: value });
  const outcome = await ports.schedules.create(value, entry);
  if (outcome === 'definition-gone') throw invalid(prefix, [unknownDefinition(prefix)]);
  if (outcome === 'written') return (await reconcile(ports, created)) ?? created;
  const { revision } = await findSchedule(ports, { prefix, scheduleId });
  return updateSchedule(ports, { prefix, scheduleId }, input, revision, origin);
}

/**
 * Updates a schedule that still has this revision.
 * @throws DomainError as `createSchedule`, and `schedule.not-found`, `if-match.stale`
 */
export async function updateSchedule(
  ports: SavePorts,
  path: SchedulePath,
  input: ScheduleInput,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<Revised<StoredSchedule>> {
  const checked = await check(ports, path.prefix, input, origin);
  const before = await findSchedule(ports, path);
  checkRevision(before, revision);
  const { scheduleId, prefix, createdAt } = before.value;
  const updatedAt = ports.clock.now().toISOString();
  const after: StoredSchedule = {
    ...{ scheduleId, prefix, ...checked, createdAt, updatedAt },
    ...(checked.options && { options: carryUnknown(OptionChoicesSchema, before.value.options, checked.options) }),
    pending: 'apply',
  };
  const entry = await scheduleEntry(ports, origin, 'update', path, { before: before.value, after });
  const outcome = await ports.schedules.replace(before, after, entry);
  if (outcome === 'definition-gone') throw invalid(path.prefix, [unknownDefinition(path.prefix)]);
  if (outcome !== 'written') throw staleRevision();
  const updated = nextRevision(before, after);
  return (await reconcile(ports, updated)) ?? updated;
}

/** The valid input, with the definition's id for its name. */
async function check(
  ports: SavePorts,
  tablePrefix: string,
  input: ScheduleInput,
  origin: RequestOrigin,
): Promise<ScheduleInput & Pick<StoredSchedule, 'orderedBy'>> {
  const table = await requirePublished(ports, tablePrefix);
  const { definition: named, ...given } = input;
  const definition = named === undefined ? undefined : await ports.definitions.find(tablePrefix, named);
  const violations = [
    ...scheduleViolations(input, table, ports.clock.now()),
    ...(named !== undefined && !definition ? [unknownDefinition(tablePrefix)] : []),
  ];
  const { source } = input;
  if (source.kind === 'export') {
    authorise(origin.caller, 'customers.export', table);
    const path = { prefix: tablePrefix, exportDefinitionId: source.exportDefinitionId };
    if (!(await mayExportBy(ports, table, path, origin.caller))) violations.push(unknownExport(tablePrefix));
  }
  if (violations.length > 0) throw invalid(tablePrefix, violations);
  if (source.kind === 'export') return { ...given, orderedBy: origin.caller.userId };
  return definition ? { ...given, definition: definition.definitionId } : given;
}

function unknownDefinition(tablePrefix: string): Violation {
  const detail = `CRM table ${tablePrefix} has no import definition with this id or name.`;
  return { pointer: '/definition', code: 'definition.not-found', detail };
}

function unknownExport(tablePrefix: string): Violation {
  const detail = `CRM table ${tablePrefix} has no export definition with this id.`;
  return { pointer: '/source/exportDefinitionId', code: 'export-definition.not-found', detail };
}

function invalid(tablePrefix: string, violations: readonly Violation[]): DomainError {
  const message = `The schedule is invalid for CRM table ${tablePrefix}; see errors.`;
  return new DomainError('invalid', 'schedule.invalid', message, violations);
}
