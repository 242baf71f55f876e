import { STATUS_TYPES } from '../imports/model.ts';
import { STATUS_TEXTS } from '../imports/text.ts';
import { Status } from '../shared/shell/status.tsx';
import type { Schedule } from './queries.ts';
import { SCHEDULES } from './text.ts';

/** What became of the last run of a schedule. */
export function RunResult({ lastRun: { status, counts } }: { readonly lastRun: NonNullable<Schedule['lastRun']> }) {
  const known = Object.entries<string>(STATUS_TEXTS).find(([name]) => name === status);
  const { failed = 0, total = 0 } = counts ?? {};
  const type = Object.entries(STATUS_TYPES).find(([name]) => name === status)?.[1];
  return (
    <Status type={type ?? 'info'}>
      {known?.[1] ?? status}
      {failed > 0 && `: ${SCHEDULES.failed(failed.toLocaleString(), total.toLocaleString())}`}
    </Status>
  );
}
