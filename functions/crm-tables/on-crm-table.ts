import * as z from 'zod';
import type { Permission } from '../shared/domain/permissions.ts';
import { accountOf, type NeededOf } from '../shared/http/access.ts';
import type { RawRequest } from '../shared/http/http-event.ts';
import { PrefixParameterSchema } from '../shared/http/path-parameters.ts';
import type { PublishedTableReader } from './ports.ts';

interface TableServices {
  readonly tables: Pick<PublishedTableReader, 'readPublished'>;
}

const PartSchema = z.object({ prefix: PrefixParameterSchema });

type Part = 'params' | 'query' | 'body';

/** The CRM table that a part of the request names, whether or not it is published. */
async function namedTable({ tables }: TableServices, request: RawRequest, part: Part) {
  const named = PartSchema.safeParse(request[part]).data;
  const found = named && (await tables.readPublished(named.prefix));
  if (!found || found.status === 'unknown') return undefined;
  const { accountPrefix } = found.status === 'published' ? found.table : found;
  return { prefix: named.prefix, accountPrefix };
}

/**
 * The permission for a route outside `/accounts/…` that names a CRM table as `prefix`: the account has to be looked up.
 */
export function onCrmTable(permission: Permission, part: Part): NeededOf<TableServices> {
  return {
    permission,
    accountFrom: 'crm-table',
    findAccount: async (services, request) => accountOf((await namedTable(services, request, part))?.accountPrefix),
    findTable: (services, request) => namedTable(services, request, part),
  };
}

/**
 * The permission for a list over CRM tables: over the one that `prefix` in the query names, or over all. Without
 * `prefix` every caller with the permission on some account may call the route, and the route lists only the content of
 * these accounts (`scopeOf`).
 */
export function onCrmTableOrAll(permission: Permission): NeededOf<TableServices> {
  const ofTable = onCrmTable(permission, 'query');
  return {
    permission,
    accountFrom: 'crm-table-or-caller',
    findAccount: async (services, request) =>
      request.query.prefix === undefined ? 'some' : ofTable.findAccount(services, request),
    findTable: (services, request) => namedTable(services, request, 'query'),
  };
}
