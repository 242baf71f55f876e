import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const ViewAsPage = lazyPage(() => import('./view-as-page.tsx'));

/** The page from which a supervisor sees the console as another user. */
export const VIEW_AS_ROUTES = (
  <Route path="/view-as">
    <Requires permission="agents.supervise" changes>
      <ViewAsPage />
    </Requires>
  </Route>
);
