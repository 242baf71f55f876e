import { onEveryAccount } from '../../shared/http/access.ts';
import { etagOf } from '../../shared/http/etag.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { type User, UserSchema } from '../domain/user.ts';
import type { PeopleServices } from '../services.ts';
import { switchUser } from '../use-cases/switch-user.ts';
import { UserPathSchema } from './user-routes.ts';

const define = routesOf<PeopleServices>();

const switching = (verb: 'disable' | 'enable', status: User['status'], summary: string) =>
  define({
    method: 'POST',
    path: `/users/{userId}/${verb}`,
    operationId: `${verb}User`,
    tag: 'People',
    summary,
    access: onEveryAccount('users.manage'),
    request: { params: UserPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The user.', body: UserSchema, hasETag: true },
    hasPersonalData: true,
    problems: [404, 409, 412],
    handle: async (services, request) => {
      const { value, revision } = await switchUser(services, request.params, status, request);
      return { status: 200, body: value, etag: etagOf(revision) };
    },
  });

export const userStatusRoutes: readonly Route<PeopleServices>[] = [
  switching(
    'disable',
    'disabled',
    'Take all rights from a user, who keeps their roles, and end their sessions. Not from yourself.',
  ),
  switching('enable', 'active', 'Give a disabled user the rights of their roles again. The user can sign in again.'),
];
