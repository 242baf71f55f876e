import type { Import } from '../../domain/import.ts';
import type { Firing } from '../../domain/lifecycle/start-event.ts';
import { isReceived } from '../../domain/lifecycle/transitions.ts';
import type { ImportRepository } from '../../ports.ts';

/** A run creates its imports within minutes: they are among the newest of the table. */
const NEWEST = 200;

/** The imports that an earlier attempt of the same run has recorded and not inspected. */
export async function receivedOfRun(
  imports: Pick<ImportRepository, 'list'>,
  { schedule: { scheduleId, prefix }, scheduledAt }: Firing,
): Promise<Import[]> {
  const { items } = await imports.list(prefix, { limit: NEWEST, after: undefined });
  return items.filter(
    (each) => isReceived(each) && each.schedule?.scheduleId === scheduleId && each.schedule.scheduledAt === scheduledAt,
  );
}
