import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AuditLink } from '../audit/audit-link.tsx';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useIsViewing } from '../shared/session/me.ts';
import { type Schedule, useScheduleWrites } from './queries.ts';
import { SCHEDULES } from './text.ts';

/** What can be done with a schedule. */
export function ScheduleActions({
  schedule: { prefix, scheduleId, name, state, createdAt },
  etag,
  table,
  isBusy,
  run,
  onStarted,
}: {
  readonly schedule: Schedule;
  readonly etag: string;
  /** The address of the CRM table. */
  readonly table: string;
  readonly isBusy: boolean;
  readonly run: (action: () => Promise<void>) => void;
  /** Called with the time of a run that has been started. */
  readonly onStarted: (scheduledAt: string) => void;
}) {
  const { pause, resume, runNow, remove } = useScheduleWrites(prefix, scheduleId);
  const isViewing = useIsViewing();
  const isPaused = state === 'paused';
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <AuditLink kind="schedule" object={scheduleId} since={createdAt} />
      <DeleteButton title={`${SCHEDULES.deletion} ${name}`} remove={() => remove(etag)} next={table}>
        {SCHEDULES.deleteText}
      </DeleteButton>
      {!isViewing && (
        <>
          <Button disabled={isBusy} onClick={() => run(isPaused ? resume : pause)}>
            {isPaused ? SCHEDULES.resume : SCHEDULES.pause}
          </Button>
          <Button disabled={isBusy} onClick={() => run(async () => onStarted(await runNow()))}>
            {SCHEDULES.runNow}
          </Button>
          <Button href={`${table}/schedules/${scheduleId}/edit`} onFollow={follow}>
            {SCHEDULES.edit}
          </Button>
        </>
      )}
    </SpaceBetween>
  );
}
