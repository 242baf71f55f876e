import { requirePublished } from '../../crm-tables/index.ts';
import { authorise, requireFeature } from '../../shared/domain/authorise.ts';
import type { RightsReader } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { exportIdOfRun } from '../domain/export.ts';
import type { ExportFiring } from '../domain/export-run.ts';
import type { ExportRuns, ScheduleUses } from '../ports.ts';
import { type StartPorts, startExport } from './start-export.ts';

export interface ScheduledExportPorts extends StartPorts {
  readonly exportRuns: ExportRuns;
  readonly scheduleUses: Pick<ScheduleUses, 'isKnown'>;
  readonly rights: RightsReader;
  readonly auditRetentionDays: number;
}

/**
 * Starts the export of a run, by the rights that the person who saved the schedule has now. If a definition, a filter or a
 * right is gone, the run is recorded as missed, with the reason. A repetition starts no second export.
 */
export async function startScheduledExport(
  ports: ScheduledExportPorts,
  { schedule, scheduledAt }: ExportFiring,
  requestId: string,
): Promise<void> {
  const { scheduleId, prefix, source, orderedBy } = schedule;
  if (!(await ports.scheduleUses.isKnown(schedule))) return;
  try {
    const exportId = await start();
    await ports.exportRuns.record(schedule, scheduledAt, { exportId });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await ports.exportRuns.record(schedule, scheduledAt, { reason: error.message });
  }

  async function start(): Promise<string> {
    const grants = await ports.rights.standingGrantsOf(orderedBy);
    const caller = { userId: orderedBy, grants, switches: await ports.rights.switches() };
    const table = await requirePublished(ports, prefix);
    requireFeature(caller, 'crm', table);
    authorise(caller, 'customers.export', table);
    const exportId = exportIdOfRun(prefix, scheduleId, scheduledAt);
    const request = { prefix, exportDefinitionId: source.exportDefinitionId, exportId, scheduleId };
    await startExport(ports, request, {
      caller,
      requestId,
      receivedAt: ports.clock.now().toISOString(),
      permission: 'customers.export',
      auditRetentionDays: ports.auditRetentionDays,
      ...{ idempotencyKey: undefined, address: undefined },
    });
    return exportId;
  }
}
