import * as z from 'zod';
import type { Removal } from '../../shared/domain/removal.ts';
import { parseStored } from '../../shared/domain/stored.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { batchWrite } from '../../shared/dynamodb/batch-write.ts';
import type { RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { page } from '../../shared/dynamodb/query.ts';
import { timerName } from '../domain/timer.ts';
import type { Scheduler } from '../ports.ts';
import { SCHEDULE_SORT_PREFIX, scheduleKey, scheduleList } from './schedule-item.ts';

const SCHEDULES_PER_PAGE = 50;

const RangeSchema = z.array(z.string());

/**
 * The schedules of a CRM table with their timers.
 * @param removeRuns removes what imports have stored for a schedule
 */
export function scheduleRemoval(
  { client, table, backOff }: RemovalTools,
  scheduler: Pick<Scheduler, 'remove'>,
  removeRuns: (scheduleId: string) => Promise<void>,
): Removal {
  return {
    name: 'schedules',
    async page({ prefix }) {
      const list = { table, ...scheduleList(prefix), attributes: [], isConsistent: true };
      const { items } = await page(client, list, { limit: SCHEDULES_PER_PAGE, after: undefined });
      const ids = items.flatMap(({ SK }) => SK?.S?.slice(SCHEDULE_SORT_PREFIX.length) ?? []);
      if (ids.length === 0) return undefined;
      return { counts: { schedules: ids.length }, range: JSON.stringify(ids), position: 0 };
    },
    async remove({ prefix }, range) {
      for (const scheduleId of parseStored(RangeSchema, JSON.parse(range))) {
        // The timer first: it is found by its schedule alone.
        await scheduler.remove(timerName({ prefix, scheduleId }));
        await removeRuns(scheduleId);
        const Key = toItem({ ...scheduleKey(prefix, scheduleId) });
        await batchWrite(client, table, backOff, [{ DeleteRequest: { Key } }]);
      }
    },
  };
}
