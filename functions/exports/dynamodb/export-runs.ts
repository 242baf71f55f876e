import * as z from 'zod';
import { readItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlTable, updateItem } from '../../shared/dynamodb/control-table.ts';
import { ExportSchema } from '../domain/export.ts';
import type { ExportRuns } from '../ports.ts';
import { exportKey, exportRunKey } from './export-item.ts';

const RunSchema = z.object({
  scheduledAt: z.string(),
  exportId: z.string().optional(),
  reason: z.string().optional(),
  missed: z.int().min(0).default(0),
});

/** The last run of each schedule of exports. */
export function exportRuns(table: ControlTable): ExportRuns {
  return {
    async of({ prefix, scheduleId }) {
      const item = await table.get(exportRunKey(prefix, scheduleId));
      if (!item) return { last: null, missed: 0 };
      const { scheduledAt, exportId, reason, missed } = readItem(RunSchema, item);
      if (exportId === undefined)
        return { last: { scheduledAt, imports: 0, status: 'missed', ...(reason !== undefined && { reason }) }, missed };
      const made = await table.get(exportKey(prefix, exportId));
      const found = made && readItem(ExportSchema, made);
      const outcome = {
        status: found?.status ?? 'running',
        ...(found?.reason !== undefined && { reason: found.reason }),
      };
      return { last: { scheduledAt, imports: 0, exportId, ...outcome }, missed };
    },
    async record({ prefix, scheduleId }, scheduledAt, outcome) {
      const isMissed = 'reason' in outcome;
      const update = {
        UpdateExpression: isMissed
          ? 'SET scheduledAt = :at, reason = :reason REMOVE exportId ADD missed :one'
          : 'SET scheduledAt = :at, exportId = :exportId REMOVE reason',
        // A repetition of a run is not counted again, and a late run does not hide a later one.
        ConditionExpression: `attribute_not_exists(scheduledAt) OR scheduledAt ${isMissed ? '<' : '<='} :at`,
        ExpressionAttributeValues: {
          ':at': { S: scheduledAt },
          ...(isMissed
            ? { ':reason': { S: outcome.reason }, ':one': { N: '1' } }
            : { ':exportId': { S: outcome.exportId } }),
        },
      };
      await table.write([updateItem(exportRunKey(prefix, scheduleId), update, 'recorded' as const)]);
    },
  };
}
