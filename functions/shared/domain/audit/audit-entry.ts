import * as z from 'zod';
import type { Grant } from '../caller.ts';
import type { RequestOrigin } from '../origin.ts';
import { AuditChangeSchema, changesBetween } from './changes.ts';

/** One administrative act, or a rejected attempt. It is written with the change itself, and never updated. */
export const AuditEntrySchema = z.strictObject({
  /** When the request was received. */
  at: z.iso.datetime(),
  requestId: z.string(),
  /** The id of the user. */
  person: z.string(),
  /** The names of the roles, at that time, that allowed the act. */
  roles: z.array(z.string()),
  /** The network addresses that the request has passed, the nearest last: a client can only invent the first ones. */
  address: z.string().optional(),
  /** The account that the object belongs to; null for an object of the whole installation. */
  account: z.string().nullable(),
  /** The CRM table that the object belongs to; absent for an object of no table, and for a table itself. */
  table: z.string().optional(),
  /** What kind of object: `campaign`. */
  kind: z.string(),
  /** What was done: `update`. */
  action: z.string(),
  /** The id of the object. */
  object: z.string(),
  /** Its name at that time, if it has one that is not personal. */
  name: z.string().optional(),
  changes: z.array(AuditChangeSchema),
  omitted: z.int().min(0),
  /** From 2 on, of a further entry of the same request for the same object. */
  part: z.int().min(2).optional(),
  /** When the entry is removed, in seconds since 1970. */
  ttl: z.int().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;

/** What an entry says of the request. */
export type AuditOrigin = Omit<RequestOrigin, 'idempotencyKey'>;

/** An act on one object, with its state before and after. */
export interface Act {
  readonly kind: string;
  readonly action: string;
  readonly object: string;
  /** Undefined for an object of the whole installation. */
  readonly account: string | undefined;
  /** The prefix of the CRM table that the object belongs to. */
  readonly table?: string | undefined;
  readonly name?: string | undefined;
  readonly before?: object | undefined;
  readonly after?: object | undefined;
  /** Attributes whose values are personal or secret: the entry says only that they changed. */
  readonly personal?: readonly string[] | undefined;
}

/** An attempt for which the person had no right. The object is the route. */
export const REJECTION = { kind: 'request', action: 'reject' } as const;

/** A user sees the console as another one, who is the object. */
export const VIEW = { kind: 'user', action: 'view-as' } as const;

const LONGEST_ADDRESS = 100;
const SECONDS_PER_DAY = 24 * 60 * 60;

/** The roles that give the permission of the route for the account. */
function rolesFor({ caller, permission }: AuditOrigin, account: string | undefined): string[] {
  const gives = ({ permissions, accounts }: Grant): boolean =>
    permission !== undefined &&
    permissions.includes(permission) &&
    (accounts === 'all' || (account !== undefined && accounts.includes(account)));
  return caller.grants.filter(gives).map(({ name }) => name);
}

/** How long the entries of a request are kept. */
export function auditTtl({ auditRetentionDays, receivedAt }: AuditOrigin): number | undefined {
  if (auditRetentionDays === undefined) return undefined;
  return Math.floor(Date.parse(receivedAt) / 1000) + auditRetentionDays * SECONDS_PER_DAY;
}

export function auditEntry(origin: AuditOrigin, act: Act): AuditEntry {
  const { kind, action, object, account, table, name, before, after, personal = [] } = act;
  const { changes, omitted } = changesBetween(before, after, personal);
  const ttl = auditTtl(origin);
  return {
    at: origin.receivedAt,
    requestId: origin.requestId,
    person: origin.caller.userId,
    roles: rolesFor(origin, account),
    ...(origin.address !== undefined && { address: origin.address.slice(-LONGEST_ADDRESS) }),
    account: account ?? null,
    ...(table !== undefined && { table }),
    ...{ kind, action, object },
    ...(name !== undefined && { name }),
    changes: [...changes],
    omitted,
    ...(ttl !== undefined && { ttl }),
  };
}
