import type { Import } from '../../domain/import.ts';
import type { Firing } from '../../domain/lifecycle/start-event.ts';
import type { Inbox, ScheduleRuns } from '../../ports.ts';
import type { BeginPorts } from '../lifecycle/begin-import.ts';

export type ScheduledPorts = BeginPorts & {
  readonly runs: ScheduleRuns;
  readonly inbox: Inbox;
  /** Name of the bucket that `store` and `inbox` read. */
  readonly bucket: string;
};

export const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** What the schedule asks of its imports, if it asks anything: otherwise the object's metadata counts. */
export function requestOf({ schedule: { definition, options } }: Firing): Pick<Import, 'requested'> {
  if (definition === undefined && options === undefined) return {};
  return { requested: { ...(definition !== undefined && { definition }), options: options ?? {} } };
}
