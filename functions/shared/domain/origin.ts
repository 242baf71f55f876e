import type { Caller } from './caller.ts';
import type { Permission } from './permissions.ts';

/** Who sent a request, and from where: part of the audit entry of what it changes. */
export interface RequestOrigin {
  readonly caller: Caller;
  /** The client's `Idempotency-Key`. */
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
  /** When the request was received: ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The network addresses that the request has passed, the nearest last. */
  readonly address: string | undefined;
  /** The permission that the route requires; undefined for a route for every user. */
  readonly permission: Permission | undefined;
  /** How long audit entries are kept, in days; undefined: for good. */
  readonly auditRetentionDays: number | undefined;
}
