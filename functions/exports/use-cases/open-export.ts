import * as z from 'zod';
import { PublishedTableSchema } from '../../crm-tables/index.ts';
import { ConditionsSchema } from '../../filters/index.ts';
import type { ObjectStore } from '../../shared/domain/object-store.ts';
import { readOrMake, readResult } from '../../shared/use-cases/work-objects.ts';
import { type ExportInput, ExportSchema } from '../domain/export.ts';
import { exportCancelKey, planKey } from '../domain/export-keys.ts';
import type { PlanPorts } from '../ports.ts';

/** Ends the workflow of a cancelled export; its definition catches it by name. */
export class ExportCancelled extends Error {
  override readonly name = 'ExportCancelled';
}

/** What every step and every attempt follows. */
export const ExportPlanSchema = ExportSchema.pick({
  exportId: true,
  prefix: true,
  accountPrefix: true,
  fileName: true,
  options: true,
  createdAt: true,
}).extend({
  table: PublishedTableSchema,
  fields: z.array(z.string()),
  conditions: ConditionsSchema.optional(),
  changedSince: z.string().optional(),
  /** The imports that may have changed customers since then. */
  imports: z.array(z.string()),
});
export type ExportPlan = z.infer<typeof ExportPlanSchema>;

export const isCancelled = async (store: Pick<ObjectStore, 'head'>, named: ExportInput): Promise<boolean> =>
  (await store.head(exportCancelKey(named))) !== undefined;

/** @throws ExportCancelled */
export async function stopIfCancelled(store: Pick<ObjectStore, 'head'>, named: ExportInput): Promise<void> {
  if (await isCancelled(store, named)) throw new ExportCancelled(`Export ${named.exportId} was cancelled`);
}

export const openPlan = (store: ObjectStore, named: ExportInput): Promise<ExportPlan> =>
  readResult(store, planKey(named), ExportPlanSchema);

/** A time that changes which are not read yet cannot be earlier than. Clocks differ, and a write may be in flight. */
export const MARGIN_SECONDS = 60;

const earlier = (time: string): string => new Date(Date.parse(time) - MARGIN_SECONDS * 1000).toISOString();

/** Decides once what the export reads. @throws ExportCancelled */
export async function planExport(ports: PlanPorts, input: ExportInput): Promise<ExportPlan> {
  await stopIfCancelled(ports.store, input);
  return readOrMake(ports.store, planKey(input), ExportPlanSchema, async () => {
    const found = await ports.exports.find(input.prefix, input.exportId);
    if (!found) throw new Error(`There is no export ${input.exportId}`);
    const { value } = found;
    const table = await ports.tables.readVersion(input.prefix, value.tableVersion);
    if (!table) throw new Error(`CRM table ${input.prefix} has no version ${value.tableVersion}`);
    const since = value.changedSince === undefined ? undefined : earlier(value.changedSince);
    const imports =
      since === undefined || value.options.kind === 'edits' ? [] : await ports.importsSince(input.prefix, since);
    const { exportId, prefix, accountPrefix, fileName, options, createdAt, conditions } = value;
    return {
      ...{ exportId, prefix, accountPrefix, fileName, options, createdAt, table, conditions },
      fields: options.fields ?? [],
      changedSince: since,
      imports: [...imports],
    };
  });
}
