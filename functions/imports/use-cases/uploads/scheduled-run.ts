import type { Import } from '../../domain/import.ts';
import type { Firing } from '../../domain/lifecycle/start-event.ts';
import type { Inbox, ScheduleRuns } from '../../ports.ts';
import type { BeginPorts } from '../lifecycle/begin-import.ts';

export type ScheduledPorts = BeginPorts & {
  readonly runs: ScheduleRuns;
  readonly inbox: Inbox;
  readonly bucket: string;
};

export const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** The options of the schedule, if it has any: otherwise those of the object's metadata apply. */
export function requestOf({ schedule: { definition, options } }: Firing): Pick<Import, 'requested'> {
  if (definition === undefined && options === undefined) return {};
  return { requested: { ...(definition !== undefined && { definition }), options: options ?? {} } };
}
