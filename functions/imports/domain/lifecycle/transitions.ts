import type { Import, ImportOutcome, ImportStatus } from '../import.ts';
import type { Rejection } from '../plan.ts';

interface Transition {
  /** The statuses in which the transition is allowed; none for a new record. */
  readonly from: readonly ImportStatus[];
  readonly to: ImportStatus;
}

/** Nothing of the file has been read. */
const NOT_INSPECTED: readonly ImportStatus[] = ['awaiting-upload', 'received'];

/** Every transition of an import's status. The repository applies one only if the stored status still allows it. */
export const TRANSITIONS = {
  announce: { from: [], to: 'awaiting-upload' },
  receive: { from: [], to: 'received' },
  miss: { from: [], to: 'missed' },
  reject: { from: NOT_INSPECTED, to: 'rejected' },
  'fail-start': { from: NOT_INSPECTED, to: 'failed' },
  hold: { from: NOT_INSPECTED, to: 'awaiting-confirmation' },
  enqueue: { from: NOT_INSPECTED, to: 'queued' },
  confirm: { from: ['awaiting-confirmation'], to: 'queued' },
  cancel: { from: [...NOT_INSPECTED, 'awaiting-confirmation', 'queued'], to: 'cancelled' },
  supersede: { from: ['queued'], to: 'failed' },
  start: { from: ['queued'], to: 'running' },
  'request-cancel': { from: ['running'], to: 'running' },
  complete: { from: ['running'], to: 'completed' },
  'complete-with-failures': { from: ['running'], to: 'completed-with-failures' },
  'reject-file': { from: ['running'], to: 'rejected' },
  stop: { from: ['running'], to: 'cancelled' },
  'break-off': { from: ['running'], to: 'failed' },
  resume: { from: ['failed', 'cancelled'], to: 'queued' },
  'resume-and-hold': { from: ['failed', 'cancelled'], to: 'awaiting-confirmation' },
} as const satisfies Record<string, Transition>;
export type TransitionName = keyof typeof TRANSITIONS;

export type NewImport = Import & {
  readonly status: (typeof TRANSITIONS)['announce' | 'receive' | 'miss']['to'];
};

export const allowedIn = (name: TransitionName): readonly ImportStatus[] => TRANSITIONS[name].from;

export const allows = ({ status }: Pick<Import, 'status'>, name: TransitionName): boolean =>
  allowedIn(name).includes(status);

/** Whether the file has not been inspected yet. */
export const isReceived = (record: Import): boolean => allows(record, 'enqueue');

/** The transitions that end a running import. */
export const ENDINGS = {
  completed: 'complete',
  'completed-with-failures': 'complete-with-failures',
  rejected: 'reject-file',
  cancelled: 'stop',
  failed: 'break-off',
} as const satisfies Record<ImportOutcome['status'], TransitionName>;

/** The record of an import that does not run, before and after a transition. */
export interface StatusChange {
  readonly before: Import;
  readonly after: Import;
}

/**
 * Applies a transition.
 * @param changed the attributes that change with the status
 * @throws Error if the status of `before` does not allow the transition; the caller has to check it first
 */
export function changeStatus(
  name: TransitionName,
  before: Import,
  changed: Partial<Omit<Import, 'status'>>,
): StatusChange {
  if (!allows(before, name)) throw new Error(`Import ${before.importId} is ${before.status}: ${name} is not allowed`);
  return { before, after: { ...before, ...changed, status: TRANSITIONS[name].to } };
}

export const cancelWaiting = (waiting: Import, endedAt: string): StatusChange =>
  changeStatus('cancel', waiting, { cancelRequestedAt: endedAt, endedAt });

/**
 * Fails an import whose start failed. It can be resumed: the plan then inspects the file.
 * @param source the arrived file: an import that awaited it does not name its version yet
 */
export const failStart = (
  received: Import,
  source: Import['source'],
  rejection: Rejection,
  endedAt: string,
): StatusChange => changeStatus('fail-start', received, { source, rejection, endedAt });

/** The user has seen the estimate: the import may cost as much without a further confirmation. */
export const confirm = (awaiting: Import): StatusChange =>
  changeStatus('confirm', awaiting, { confirmedDollars: awaiting.estimate?.dollars ?? 0 });

/**
 * Prepares the next attempt, without the results of the last one.
 * @param over the newer import of the CRM table that the request has confirmed
 */
export function resume(
  ended: Import,
  name: Extract<TransitionName, 'resume' | 'resume-and-hold'>,
  over: string | undefined,
): StatusChange {
  const { endedAt, cancelRequestedAt, rejection, counts, progress, ...rest } = ended;
  const { ignoredColumns, warnings, warningCodes, failureCodes, beforeSplitAt, ...kept } = rest;
  const next = { ...kept, ...(over !== undefined && { resumedOver: over }), attempt: ended.attempt + 1 };
  return { before: ended, after: changeStatus(name, next, {}).after };
}

export const SUPERSEDED = 'import.superseded';

/** The reason why an import cannot be resumed, with advice. */
export function supersededReason({ importId, prefix }: Pick<Import, 'importId' | 'prefix'>, newer: string): string {
  return `Import ${newer} of ${prefix} is newer than import ${importId}, and resuming would partly overwrite its customers. Import the file again to compare it with the current customers, or resume import ${importId} over import ${newer}.`;
}

/**
 * Ends a resumed import that reached the head of the queue after a newer import had run: it is not started, and can be
 * resumed again.
 */
export const endSuperseded = (queued: Import, newer: string, endedAt: string): StatusChange =>
  changeStatus('supersede', queued, {
    endedAt,
    rejection: { code: SUPERSEDED, reason: supersededReason(queued, newer) },
  });
