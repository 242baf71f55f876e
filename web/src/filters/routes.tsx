import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const NewFilterPage = lazyPage(() => import('./new-filter-page.tsx'));
const EditFilterPage = lazyPage(() => import('./edit-filter-page.tsx'));

/** The pages of saved filters by address, each with the permission that it needs. */
export const FILTER_ROUTES = (
  <>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/filters/new">
      {(params) => (
        <Requires permission="filters.manage" feature="crm" account={params.accountPrefix} changes>
          <NewFilterPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/filters/:filterId">
      {(params) => (
        <Requires permission="filters.manage" feature="crm" account={params.accountPrefix} changes>
          <EditFilterPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
