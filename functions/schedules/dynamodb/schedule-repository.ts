import { holdDefinition, releaseDefinition } from '../../definitions/index.ts';
import { type ControlTable, type GuardedWrite, updateItem } from '../../shared/dynamodb/control-table.ts';
import { type EntityKeys, entityRepository, entityWrites } from '../../shared/dynamodb/entity-repository.ts';
import { atRevision } from '../../shared/dynamodb/overwrite.ts';
import { type SchedulePath, type StoredSchedule, StoredScheduleSchema, schedulePath } from '../domain/schedule.ts';
import type { ScheduleRejection, ScheduleRepository } from '../ports.ts';
import { scheduleKey, scheduleList } from './schedule-item.ts';

const KEYS: EntityKeys<typeof StoredScheduleSchema, Pick<SchedulePath, 'prefix'>, SchedulePath> = {
  schema: StoredScheduleSchema,
  list: ({ prefix }) => scheduleList(prefix),
  key: ({ prefix, scheduleId }) => scheduleKey(prefix, scheduleId),
  idOf: schedulePath,
};

type Writes = GuardedWrite<ScheduleRejection>[];

const holdOf = ({ prefix, scheduleId }: StoredSchedule, definitionId: string) => ({
  prefix,
  definitionId,
  holder: `schedule ${scheduleId}`,
});

function holds(schedule: StoredSchedule): Writes {
  const { definition } = schedule;
  return definition === undefined ? [] : holdDefinition(holdOf(schedule, definition), 'definition-gone');
}

function releases(schedule: StoredSchedule): Writes {
  const { definition } = schedule;
  return definition === undefined ? [] : [releaseDefinition(holdOf(schedule, definition), 'definition-gone')];
}

export function scheduleRepository(table: ControlTable): ScheduleRepository {
  const writes = entityWrites(KEYS);
  return {
    ...entityRepository(table, KEYS),
    create: (created, entry) =>
      table.writeAudited<ScheduleRejection>([...writes.create(created), ...holds(created)], entry),
    replace(before, after, entry) {
      const isSame = before.value.definition === after.definition;
      const moves = isSame ? [] : [...holds(after), ...releases(before.value)];
      return table.writeAudited<ScheduleRejection>([...writes.replace(before, after), ...moves], entry);
    },
    remove: (removed) => table.write<ScheduleRejection>([...writes.remove(removed), ...releases(removed.value)]),
    complete: ({ value, revision }) =>
      table.write([
        updateItem(KEYS.key(value), { UpdateExpression: 'REMOVE pending', ...atRevision(revision) }, 'stale' as const),
      ]),
  };
}
