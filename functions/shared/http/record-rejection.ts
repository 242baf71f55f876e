import type { AuditLog } from '../domain/audit/rejected-request.ts';
import { DomainError } from '../domain/errors.ts';
import { log } from '../observability/logger.ts';
import { HiddenError } from './access.ts';
import type { RawRequest } from './http-event.ts';
import { originOf, type RouteDescription } from './route.ts';

const lacksRight = (error: unknown): error is DomainError =>
  error instanceof HiddenError || (error instanceof DomainError && error.kind === 'forbidden');

/** Runs a request; if the caller had no right to make it, the audit records the attempt. */
export async function recordIfRejected<T>(
  audit: AuditLog | undefined,
  route: RouteDescription,
  request: RawRequest,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (audit && lacksRight(error)) await record(audit, route, request, error.code);
    throw error;
  }
}

/** A failure to record must not hide the rejection. */
async function record(audit: AuditLog, route: RouteDescription, request: RawRequest, code: string): Promise<void> {
  try {
    const origin = originOf(route.access, request);
    await audit.recordRejection({ origin, route: `${route.method} ${route.path}`, code });
  } catch (error) {
    log.error('http.rejection-not-recorded', { requestId: request.id }, error);
  }
}
