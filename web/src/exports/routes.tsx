import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const NewExportPage = lazyPage(() => import('./new-export-page.tsx'));
const ExportPage = lazyPage(() => import('./export-page.tsx'));

const ExportDefinitionPage = lazyPage(() => import('./definition-page.tsx'));
const ScheduleExportPage = lazyPage(() => import('./schedule-export-page.tsx'));

/** The pages of exports by address, each with the permission that it needs. */
export const EXPORT_ROUTES = (
  <>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/exports/new">
      {(params) => (
        <Requires permission="customers.export" feature="crm" account={params.accountPrefix} changes>
          <NewExportPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/exports/:exportId">
      {(params) => (
        <Requires permission="customers.export" feature="crm" account={params.accountPrefix}>
          <ExportPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/export-definitions/:exportDefinitionId">
      {(params) => (
        <Requires permission="customers.export" feature="crm" account={params.accountPrefix}>
          <ExportDefinitionPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/export-definitions/:exportDefinitionId/schedule">
      {(params) => (
        <Requires permission="customers.import" feature="crm" account={params.accountPrefix} changes>
          <ScheduleExportPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
