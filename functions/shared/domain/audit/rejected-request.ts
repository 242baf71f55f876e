import type { AuditOrigin } from './audit-entry.ts';

/** A request that its sender had no right to make. */
export interface RejectedRequest {
  readonly origin: AuditOrigin;
  /** Method and template of the route: `POST /accounts`. */
  readonly route: string;
  /** Of the problem: `access.forbidden`. */
  readonly code: string;
}

/** A user who sees the console as another one. */
export interface View {
  readonly origin: AuditOrigin;
  /** The other user. */
  readonly userId: string;
}

/** Keeps the audit, as a port. Entries of changes are written by the repositories, with the change. */
export interface AuditLog {
  /** How long entries are kept. */
  readonly retentionDays: number;
  /** Writes one entry for all requests of a person that one route rejects within five minutes, and counts them. */
  recordRejection(rejected: RejectedRequest): Promise<void>;
  /** Writes one entry for all requests within an hour by which a person sees the console as the same user. */
  recordView(view: View): Promise<void>;
}

const MINUTE_MS = 60 * 1000;

function beginningOf(at: string, milliseconds: number): string {
  return new Date(Math.floor(Date.parse(at) / milliseconds) * milliseconds).toISOString();
}

/** The beginning of the five minutes in which rejections are counted together. */
export const windowOf = (at: string): string => beginningOf(at, 5 * MINUTE_MS);

/** The beginning of the hour for which a view has one entry. */
export const viewWindowOf = (at: string): string => beginningOf(at, 60 * MINUTE_MS);
