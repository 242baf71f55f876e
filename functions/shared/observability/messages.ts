/**
 * Every log message and its fields; nothing else is logged. A `?` marks an optional field. `token` is text from a
 * closed vocabulary (an id, a code, a route, a status): no spaces, at most 200 characters. Each message has an id that
 * ties it to an import, to a job of another workflow, or to a request; correlation.ts adds it. No field holds a cell, a Customer ID, a file name or a
 * request's body: those are personal data.
 */
export const MESSAGES = {
  'http.request': { method: 'token', route: 'token', status: 'number', durationMs: 'number', requestId: 'token' },
  'http.rejected': { code: 'token', status: 'number', route: 'token?', requestId: 'token' },
  'http.failed': { method: 'token', route: 'token?', requestId: 'token' },
  'http.key-not-completed': { requestId: 'token' },
  'http.rejection-not-recorded': { requestId: 'token' },
  'import.announced': { importId: 'token', prefix: 'token' },
  'import.received': { importId: 'token' },
  'import.uploaded': { importId: 'token', prefix: 'token' },
  'import.queued': { importId: 'token', prefix: 'token' },
  'import.rejected': { importId: 'token', reason: 'token', prefix: 'token?' },
  'import.awaiting-confirmation': { importId: 'token', prefix: 'token' },
  'import.confirmed': { importId: 'token', prefix: 'token' },
  'import.cancel-requested': { importId: 'token', prefix: 'token', attempt: 'number' },
  'import.cancelled': { importId: 'token', prefix: 'token', attempt: 'number', unprocessed: 'number?' },
  'import.started': { importId: 'token', prefix: 'token', attempt: 'number', fence: 'number' },
  'import.resumed': { importId: 'token', prefix: 'token', attempt: 'number', over: 'token?' },
  'import.failed': { importId: 'token', prefix: 'token?', attempt: 'number', status: 'token' },
  'import.already-ended': { importId: 'token', prefix: 'token', attempt: 'number' },
  'import.missed': { importId: 'token', prefix: 'token', scheduleId: 'token' },
  'import.finished': {
    importId: 'token',
    prefix: 'token',
    status: 'token',
    durationMs: 'number',
    updated: 'number?',
    inserted: 'number?',
    ignored: 'number?',
    failed: 'number?',
    total: 'number?',
  },
  'queue.stuck': { prefix: 'token', ageSeconds: 'number', importId: 'token?' },
  'record.unreadable': {
    partition: 'token?',
    sortKey: 'token?',
    importId: 'token?',
    jobId: 'token?',
    prefix: 'token?',
  },
  'schedule.not-reconciled': { prefix: 'token', scheduleId: 'token', requestId: 'token?' },
  'sign-in.not-reconciled': { requestId: 'token?' },
  'maintenance.failed': { jobId: 'token', requestId: 'token?' },
  'history.values-not-removed': { prefix: 'token', requestId: 'token?' },
  'documents.not-removed': { prefix: 'token', requestId: 'token?' },
  'search-index.written': {
    importId: 'token?',
    prefix: 'token',
    generation: 'number',
    outcome: 'token',
    customers: 'number',
    entries: 'number',
    blocks: 'number',
  },
  'search-index.broke-off': { importId: 'token', prefix: 'token', attempt: 'number' },
  'sign-in.stuck': { ageSeconds: 'number', requestId: 'token?' },
  'step.finished': { step: 'token', importId: 'token?', jobId: 'token?', chunk: 'number?', durationMs: 'number' },
  'step.cancelled': { step: 'token', importId: 'token?', jobId: 'token?', chunk: 'number?' },
  'step.superseded': { step: 'token', importId: 'token', chunk: 'number', fence: 'number' },
  'step.failed': { step: 'token', importId: 'token?', jobId: 'token?', chunk: 'number?' },
  'meter.lost': { step: 'token', importId: 'token?', jobId: 'token?' },
  'event.failed': { handler: 'token', requestId: 'token?' },
  'writer.retried': {
    statements: 'number',
    attempt: 'number',
    errorName: 'token',
    waitMs: 'number',
    importId: 'token?',
    jobId: 'token?',
    requestId: 'token?',
  },
  'writer.left-over': {
    statements: 'number',
    attempt: 'number',
    errorName: 'token',
    importId: 'token?',
    jobId: 'token?',
    requestId: 'token?',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldKind>>>>;

type FieldKind = 'token' | 'token?' | 'number' | 'number?';

export type LogMessage = keyof typeof MESSAGES;

type ValueOf<K> = K extends 'number' | 'number?' ? number : string;
type Optional<T> = { [F in keyof T]: T[F] extends `${string}?` ? F : never }[keyof T];

/** The fields of a message: `LogFields<'import.queued'>` is `{ importId: string; prefix: string }`. */
export type LogFields<M extends LogMessage> = {
  readonly [F in Exclude<keyof (typeof MESSAGES)[M], Optional<(typeof MESSAGES)[M]>>]: ValueOf<(typeof MESSAGES)[M][F]>;
} & {
  readonly [F in Optional<(typeof MESSAGES)[M]>]?: ValueOf<(typeof MESSAGES)[M][F]> | undefined;
};

const LONGEST_TOKEN = 200;
const WITHHELD = '(withheld)';

/** Keeps the fields that the message may have; text that is not a token is withheld, so that no cell is logged. */
export function allowedFields(message: LogMessage, fields: object): Record<string, string | number> {
  const allowed = new Set<string>(Object.keys(MESSAGES[message]));
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!allowed.has(name)) continue;
    if (typeof value === 'number') kept[name] = value;
    if (typeof value === 'string') kept[name] = isToken(value) ? value : WITHHELD;
  }
  return kept;
}

export function isToken(text: string): boolean {
  return text.length <= LONGEST_TOKEN && /^[\w.:/#{}$+=-]+$/.test(text);
}
