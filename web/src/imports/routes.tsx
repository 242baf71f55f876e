import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const ImportsPage = lazyPage(() => import('./list/imports-page.tsx'));
const NewImportPage = lazyPage(() => import('./new-import-page.tsx'));
const CorrectPage = lazyPage(() => import('./correct/correct-page.tsx'));
const ImportPage = lazyPage(() => import('./page/import-page.tsx'));

/** The pages of imports by address, each with the permission that it needs. */
export const IMPORT_ROUTES = (
  <>
    <Route path="/imports">
      <Requires permission="customers.import" feature="crm">
        <ImportsPage />
      </Requires>
    </Route>
    <Route path="/imports/new">
      <Requires permission="customers.import" feature="crm" changes>
        <NewImportPage params={{}} />
      </Requires>
    </Route>
    <Route path="/accounts/:accountPrefix/imports/new">
      {(params) => (
        <Requires permission="customers.import" feature="crm" account={params.accountPrefix} changes>
          <NewImportPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/imports/:importId/correct">
      {(params) => (
        <Requires permission="customers.import" feature="crm" changes>
          <CorrectPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/imports/:importId">
      {(params) => (
        <Requires permission="customers.import" feature="crm">
          <ImportPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
