import type { Clock } from '../../shared/domain/clock.ts';
import type { ObjectStore } from '../../shared/domain/object-store.ts';
import type { Export, ExportInput } from '../domain/export.ts';
import { exportFiles } from '../domain/export-keys.ts';
import type { ExportRepository } from '../ports.ts';
import { measureExport } from './join-fragments.ts';

interface Ports {
  readonly exports: Pick<ExportRepository, 'find' | 'replace' | 'recordLast'>;
  readonly store: Pick<ObjectStore, 'list' | 'head'>;
  readonly clock: Clock;
}

export const BROKEN_OFF = 'The workflow ended early. Resume the export: it continues where it stopped.';

/** How a workflow ended. */
export type Ending = 'completed' | 'cancelled' | 'failed';

/** Ends a running export. Does nothing for an attempt that is over. */
export async function endExport(ports: Ports, input: ExportInput, ending: Ending): Promise<void> {
  const { exports, clock } = ports;
  const found = await exports.find(input.prefix, input.exportId);
  if (found?.value.status !== 'running' || found.value.attempt !== input.attempt) return;
  const endedAt = clock.now().toISOString();
  const after: Export = {
    ...found.value,
    status: ending,
    endedAt,
    ...(ending === 'failed' && { reason: BROKEN_OFF }),
    ...(ending === 'completed' && { counts: await countsOf(ports, found.value, input) }),
  };
  if ((await exports.replace(found, after)) !== 'written') return endExport(ports, input, ending);
  const { exportDefinitionId, prefix, createdAt } = after;
  if (ending === 'completed' && exportDefinitionId !== undefined)
    await exports.recordLast({ prefix, exportDefinitionId }, createdAt);
}

/** The bytes are those of the whole file, with its headings. */
async function countsOf({ store }: Ports, ended: Export, input: ExportInput) {
  const [counts, head] = await Promise.all([measureExport(store, input), store.head(exportFiles(ended).data)]);
  return { ...counts, bytes: head?.size ?? counts.bytes };
}
