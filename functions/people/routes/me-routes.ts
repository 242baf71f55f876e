import { SIGNED_IN } from '../../shared/http/access.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import type { PeopleServices } from '../services.ts';
import { MeResourceSchema, meResource } from './me-resource.ts';

const define = routesOf<PeopleServices>();

export const meRoutes: readonly Route<PeopleServices>[] = [
  define({
    method: 'GET',
    path: '/me',
    operationId: 'getMe',
    tag: 'People',
    summary: 'Read who you are: your roles, your permissions, and the accounts on which they hold.',
    access: SIGNED_IN,
    request: { params: NOTHING, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'You, and what you may do now.', body: MeResourceSchema },
    problems: [],
    handle: async (services, { caller }) => ({ status: 200, body: await meResource(services, caller) }),
  }),
];
