import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const RolesPage = lazyPage(() => import('./roles-page.tsx'));
const NewRolePage = lazyPage(() => import('./new-role-page.tsx'));
const RolePage = lazyPage(() => import('./role-page.tsx'));
const EditRolePage = lazyPage(() => import('./edit-role-page.tsx'));
const RulesPage = lazyPage(() => import('./rules-page.tsx'));

/** The pages of roles by address, each with the permission that it needs. */
export const ROLE_ROUTES = (
  <>
    <Route path="/roles">
      <Requires permission="users.manage">
        <RolesPage />
      </Requires>
    </Route>
    <Route path="/roles/new">
      <Requires permission="users.manage" changes>
        <NewRolePage />
      </Requires>
    </Route>
    <Route path="/roles/:roleId">
      {(params) => (
        <Requires permission="users.manage">
          <RolePage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/roles/:roleId/edit">
      {(params) => (
        <Requires permission="users.manage" changes>
          <EditRolePage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/roles/:roleId/fields">
      {(params) => (
        <Requires permission="users.manage" changes>
          <RulesPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
