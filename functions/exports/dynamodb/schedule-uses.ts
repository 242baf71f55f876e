import { scheduleKey, scheduleList } from '../../schedules/index.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { all } from '../../shared/dynamodb/query.ts';
import type { ScheduleUses } from '../ports.ts';

const MOST_SCHEDULES = 10_000;

/** The schedules of exports, by their keys alone: they belong to another context. */
export const scheduleUses = (table: ControlTable): ScheduleUses => ({
  isKnown: async ({ prefix, scheduleId }) => (await table.get(scheduleKey(prefix, scheduleId))) !== undefined,
  async of({ prefix, exportDefinitionId }) {
    const items = await all(
      table.client,
      { table: table.name, ...scheduleList(prefix), isConsistent: true },
      MOST_SCHEDULES,
    );
    return items
      .filter(
        ({ source, pending }) => source?.M?.exportDefinitionId?.S === exportDefinitionId && pending?.S !== 'remove',
      )
      .flatMap(({ name }) => name?.S ?? []);
  },
});
