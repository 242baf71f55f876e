import type { components } from '../shared/api/schema.ts';

type LastRun = components['schemas']['Schedule']['lastRun'];

const OPEN = ['awaiting-upload', 'received', 'queued', 'running'];

/** Whether the run of this time has no result yet, so that the page reads the schedule again soon. */
export const isRunAwaited = (lastRun: LastRun | undefined, scheduledAt: string): boolean =>
  !lastRun || Date.parse(lastRun.scheduledAt) < Date.parse(scheduledAt) || OPEN.includes(lastRun.status);
