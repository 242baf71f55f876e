import type { Import } from '../api/imports.ts';
import type { BarState } from './bar-line.ts';

const STAGE_NAMES: Readonly<Record<string, string>> = {
  decode: 'Decode',
  scan: 'Sort: scan',
  run: 'Sort: pieces',
  merge: 'Sort: merge',
  'bulk-copy': 'Bulk copy',
  differentiate: 'Differentiate',
  insert: 'Insert',
  update: 'Update',
  assemble: 'Write files',
  'index-read': 'Search: read',
  'index-write': 'Search: write',
};

const STATUS_NAMES: Readonly<Record<string, string>> = {
  'awaiting-upload': 'waiting for its file',
  received: 'received; its file is being inspected',
  'awaiting-confirmation': 'waiting for a confirmation',
  queued: 'waiting for its turn',
  running: 'running',
  completed: 'completed',
  'completed-with-failures': 'completed with failures',
  rejected: 'rejected',
  failed: 'failed',
  cancelled: 'cancelled',
  missed: 'missed: no file to import',
};

const ENDED = ['completed', 'completed-with-failures', 'rejected', 'failed', 'cancelled', 'missed'];

export const hasEnded = ({ status }: Pick<Import, 'status'>): boolean => ENDED.includes(status);

/** A status in a user's words. */
export const statusName = (status: string): string => STATUS_NAMES[status] ?? status;

/** The running stage: the first with unfinished chunks. Undefined while none runs. */
export function stageOf({ status, progress = [] }: Import): BarState | undefined {
  const running = progress.find(({ chunks, chunksDone }) => chunksDone < chunks) ?? progress.at(-1);
  if (running === undefined || status !== 'running') return undefined;
  const { stage, chunks, chunksDone, records, recordsDone, recordsPerSecond, secondsLeft } = running;
  const name = STAGE_NAMES[stage] ?? stage;
  if (records === undefined || recordsDone === undefined)
    return { name, done: chunksDone, total: chunks, unit: 'chunks' };
  return { name, done: recordsDone, total: records, unit: 'records', perSecond: recordsPerSecond, secondsLeft };
}
