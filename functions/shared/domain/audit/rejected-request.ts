import type { AuditOrigin } from './audit-entry.ts';

/** A request that its sender had no right to make. */
export interface RejectedRequest {
  readonly origin: AuditOrigin;
  /** Method and template of the route: `POST /accounts`. */
  readonly route: string;
  /** Of the problem: `access.forbidden`. */
  readonly code: string;
}

/** Keeps the audit, as a port. Entries of changes are written by the repositories, with the change. */
export interface AuditLog {
  /** How long entries are kept. */
  readonly retentionDays: number;
  /** Writes one entry for all requests of a person that one route rejects within five minutes, and counts them. */
  recordRejection(rejected: RejectedRequest): Promise<void>;
}

const WINDOW_MS = 5 * 60 * 1000;

/** The beginning of the five minutes in which rejections are counted together. */
export function windowOf(at: string): string {
  return new Date(Math.floor(Date.parse(at) / WINDOW_MS) * WINDOW_MS).toISOString();
}
