import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';
import AccountsPage from './accounts-page.tsx';

const NewAccountPage = lazyPage(() => import('./new-account-page.tsx'));
const AccountPage = lazyPage(() => import('./account-page.tsx'));
const EditAccountPage = lazyPage(() => import('./edit-account-page.tsx'));

/** The pages of accounts by address, each with the permission that it needs. */
export const ACCOUNT_ROUTES = (
  <>
    <Route path="/accounts">
      <Requires permission="setup.read">
        <AccountsPage />
      </Requires>
    </Route>
    <Route path="/accounts/new">
      <Requires permission="accounts.manage">
        <NewAccountPage />
      </Requires>
    </Route>
    <Route path="/accounts/:accountPrefix">
      {(params) => (
        <Requires permission="setup.read">
          <AccountPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/edit">
      {(params) => (
        <Requires permission="accounts.manage">
          <EditAccountPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
