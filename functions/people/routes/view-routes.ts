import { VIEW_PERMISSION } from '../../shared/domain/view-as.ts';
import { onOwnAccounts } from '../../shared/http/access.ts';
import { filteredList, filteredQuery } from '../../shared/http/filtered-list.ts';
import { ID_POSITION, pageBody, pageSchema } from '../../shared/http/pagination.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { UserSchema } from '../domain/user.ts';
import type { PeopleServices } from '../services.ts';
import { listViewable } from '../use-cases/list-viewable.ts';

const define = routesOf<PeopleServices>();

const FILTERED = ['username', 'fullName'];

const ViewableUserSchema = UserSchema.pick({ id: true, username: true, fullName: true }).meta({ id: 'ViewableUser' });

export const viewRoutes: readonly Route<PeopleServices>[] = [
  define({
    method: 'GET',
    path: '/viewable-users',
    operationId: 'listViewableUsers',
    tag: 'People',
    summary: 'List the users as whom you can see the console: those with a role for an account that you supervise.',
    access: onOwnAccounts(VIEW_PERMISSION),
    request: { params: NOTHING, query: filteredQuery(FILTERED), body: NO_BODY },
    hasPersonalData: true,
    response: { status: 200, description: 'A page of users.', body: pageSchema(ViewableUserSchema) },
    problems: [],
    handle: async (services, { query, caller }) => {
      const { list, request } = filteredList({ name: 'viewable-users', position: ID_POSITION }, FILTERED, query);
      const page = await listViewable(services, caller, request);
      const items = page.items.map(({ id, username, fullName }) => ({ id, username, fullName }));
      return { status: 200, body: pageBody(list, { ...page, items }) };
    },
  }),
];
