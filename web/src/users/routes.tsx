import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const UsersPage = lazyPage(() => import('./users-page.tsx'));
const NewUserPage = lazyPage(() => import('./new-user-page.tsx'));
const UserPage = lazyPage(() => import('./user-page.tsx'));
const GrantsPage = lazyPage(() => import('./grants-page.tsx'));
const EditUserPage = lazyPage(() => import('./edit-user-page.tsx'));

/** The pages of users by address, each with the permission that it needs. */
export const USER_ROUTES = (
  <>
    <Route path="/users">
      <Requires permission="users.manage">
        <UsersPage />
      </Requires>
    </Route>
    <Route path="/users/new">
      <Requires permission="users.manage" changes>
        <NewUserPage />
      </Requires>
    </Route>
    <Route path="/users/:userId">
      {(params) => (
        <Requires permission="users.manage">
          <UserPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/users/:userId/roles">
      {(params) => (
        <Requires permission="users.manage" changes>
          <GrantsPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/users/:userId/edit">
      {(params) => (
        <Requires permission="users.manage" changes>
          <EditUserPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
