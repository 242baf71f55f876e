import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const GroupsPage = lazyPage(() => import('./groups-page.tsx'));
const NewGroupPage = lazyPage(() => import('./new-group-page.tsx'));
const GroupPage = lazyPage(() => import('./group-page.tsx'));
const EditGroupPage = lazyPage(() => import('./edit-group-page.tsx'));

/** The pages of groups by address, each with the permission that it needs. */
export const GROUP_ROUTES = (
  <>
    <Route path="/groups">
      <Requires permission="users.manage">
        <GroupsPage />
      </Requires>
    </Route>
    <Route path="/groups/new">
      <Requires permission="users.manage" changes>
        <NewGroupPage />
      </Requires>
    </Route>
    <Route path="/groups/:groupId">
      {(params) => (
        <Requires permission="users.manage">
          <GroupPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/groups/:groupId/edit">
      {(params) => (
        <Requires permission="users.manage" changes>
          <EditGroupPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
