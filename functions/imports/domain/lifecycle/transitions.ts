import type { Import, ImportStatus } from '../import.ts';
import type { Refusal } from '../plan.ts';

// What becomes of an import that does not run. The repository makes each change only if nothing else happened to it.

/** Nothing of the file has been read. */
const UNEXAMINED: readonly ImportStatus[] = ['awaiting-upload', 'received'];
const WAITING: readonly ImportStatus[] = [...UNEXAMINED, 'awaiting-confirmation', 'queued'];
const RESUMABLE: readonly ImportStatus[] = ['failed', 'cancelled'];

/** Whether start-import has yet to examine its file. */
export const isUnexamined = ({ status }: Import): boolean => UNEXAMINED.includes(status);
/** Whether it can be cancelled at once. */
export const isWaiting = ({ status }: Import): boolean => WAITING.includes(status);
export const isResumable = ({ status }: Import): boolean => RESUMABLE.includes(status);

export const cancelWaiting = (waiting: Import, endedAt: string): Import => ({
  ...waiting,
  status: 'cancelled',
  cancelRequestedAt: endedAt,
  endedAt,
});

/** It can be resumed: the plan then examines the file. */
export const failStart = (unexamined: Import, refusal: Refusal, endedAt: string): Import => ({
  ...unexamined,
  status: 'failed',
  endedAt,
  refusal,
});

/** Whoever confirms an import has seen its estimate: up to that it may go without asking again. */
export const confirm = (awaiting: Import): Import => ({
  ...awaiting,
  status: 'queued',
  confirmedDollars: awaiting.estimate?.dollars ?? 0,
});

/** The next attempt begins without what the last one ended with. `over` is the newer import that the request confirmed. */
export function resume(ended: Import, status: 'queued' | 'awaiting-confirmation', over: string | undefined): Import {
  const { endedAt, cancelRequestedAt, refusal, counts, progress, ...rest } = ended;
  const { ignoredColumns, warnings, warningCodes, failureCodes, ...kept } = rest;
  return { ...kept, ...(over !== undefined && { resumedOver: over }), status, attempt: ended.attempt + 1 };
}

export const SUPERSEDED = 'import.superseded';

/** Why an import cannot go on, and what to do. */
export function supersededReason({ importId, prefix }: Pick<Import, 'importId' | 'prefix'>, newer: string): string {
  return `Import ${newer} of ${prefix} is newer than import ${importId}, and would be written over in part. Import the file again to compare it with the table as it is, or resume import ${importId} over import ${newer}.`;
}

/** A resumed import whose turn came after a newer import had run: it is not started, and can be resumed again. */
export const endSuperseded = (queued: Import, newer: string, endedAt: string): Import => ({
  ...queued,
  status: 'failed',
  endedAt,
  refusal: { code: SUPERSEDED, reason: supersededReason(queued, newer) },
});
