import { type AuditEntry, auditEntry } from '../../functions/shared/domain/audit/audit-entry.ts';
import { NOBODY } from '../../functions/shared/domain/caller.ts';
import type { RequestOrigin } from '../../functions/shared/domain/origin.ts';

const RECEIVED_AT = Date.parse('2026-11-22T11:02:25.000Z');

let requests = 0;

/** A request of a person in a test that does not care who it is. Each has another id. */
export function testOrigin(over: Partial<RequestOrigin> = {}): RequestOrigin {
  requests += 1;
  return {
    caller: NOBODY,
    idempotencyKey: undefined,
    requestId: `request-${requests}`,
    receivedAt: new Date(RECEIVED_AT).toISOString(),
    address: undefined,
    permission: undefined,
    auditRetentionDays: undefined,
    ...over,
  };
}

/** An audit entry in a test of a repository. */
export const testEntry = (): AuditEntry =>
  auditEntry(testOrigin(), { kind: 'test', action: 'test', object: 'test', account: undefined });
