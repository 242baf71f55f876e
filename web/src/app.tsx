import { lazy } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useLocation } from './shared/router/use-place.ts';
import { NotFoundPage } from './shared/shell/message-pages.tsx';
import { Shell } from './shared/shell/shell.tsx';

const AccountsPage = lazy(() => import('./accounts/accounts-page.tsx'));

/** The pages by address. */
export function App() {
  return (
    <Router hook={useLocation}>
      <Shell>
        <Switch>
          <Route path="/">
            <Redirect to="/accounts" replace />
          </Route>
          <Route path="/accounts" component={AccountsPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Shell>
    </Router>
  );
}
