import type { AuditLog } from '../domain/audit/rejected-request.ts';
import { authorise } from '../domain/authorise.ts';
import { type Caller, NOBODY, type RightsReader } from '../domain/caller.ts';
import { DomainError } from '../domain/errors.ts';
import { VIEW_PERMISSION, viewGrants } from '../domain/view-as.ts';
import type { RawRequest } from './http-event.ts';
import { onlyReads, originOf, type RouteDescription } from './route.ts';

const USER_ID = /^[\x21-\x7e]{1,100}$/;

/** The user whom the header names. @throws DomainError `view-as.invalid` */
function viewedUserOf(header: string | undefined): string | undefined {
  if (header === undefined || USER_ID.test(header)) return header;
  throw new DomainError('invalid', 'view-as.invalid', 'The header view-as must be the id of one user.');
}

/** @throws DomainError `view-as.read-only`, `access.forbidden` */
function requireView(route: RouteDescription, caller: Caller): void {
  authorise(caller, VIEW_PERMISSION, 'some');
  if (onlyReads(route)) return;
  const message = 'You see Switchboard as another user, and can change nothing. Leave this view first.';
  throw new DomainError('forbidden', 'view-as.read-only', message);
}

/**
 * The caller with the rights of the request: with the header `view-as` those that the caller and the named user both have
 * (docs/adr/0044). The view is in the audit before anything is shown.
 * @throws DomainError `view-as.*`, `access.forbidden`
 */
export async function viewingCaller(
  { rights, audit }: { readonly rights?: RightsReader; readonly audit?: AuditLog },
  route: RouteDescription,
  request: RawRequest,
): Promise<Caller> {
  const { caller, headers } = request;
  const userId = viewedUserOf(headers['view-as']);
  if (userId === undefined || caller === NOBODY || !rights || !audit) return caller;
  requireView(route, caller);
  const grants = viewGrants(caller.grants, await rights.standingGrantsOf(userId));
  if (!grants) {
    const message = 'There is no such user, or you supervise no account for which the user has a role.';
    throw new DomainError('forbidden', 'view-as.forbidden', message);
  }
  await audit.recordView({ origin: originOf(route.access, request), userId });
  return { ...caller, grants, viewedUserId: userId };
}
