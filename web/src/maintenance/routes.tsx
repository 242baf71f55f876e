import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const MaintenancePage = lazyPage(() => import('./maintenance-page.tsx'));
const DeleteTablesPage = lazyPage(() => import('./delete-tables-page.tsx'));
const EraseCustomerPage = lazyPage(() => import('./erase-customer-page.tsx'));
const JobPage = lazyPage(() => import('./job-page.tsx'));

/** The pages of maintenance by address, each with the permission that it needs. */
export const MAINTENANCE_ROUTES = (
  <>
    <Route path="/accounts/:accountPrefix/maintenance">
      {(params) => (
        <Requires permission="maintenance.run" feature="crm" account={params.accountPrefix}>
          <MaintenancePage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/maintenance/delete-tables">
      {(params) => (
        <Requires permission="maintenance.run" feature="crm" account={params.accountPrefix}>
          <DeleteTablesPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/maintenance/erase-customer">
      {(params) => (
        <Requires permission="customers.erase" feature="crm" account={params.accountPrefix} changes>
          <EraseCustomerPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/maintenance/jobs/:jobId">
      {(params) => (
        <Requires permission="maintenance.run" feature="crm" account={params.accountPrefix}>
          <JobPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
