import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const DefinitionPage = lazyPage(() => import('./definition-page.tsx'));
const EditDefinitionPage = lazyPage(() => import('./edit-definition-page.tsx'));

/** The pages of import definitions by address, each with the permission that it needs. */
export const DEFINITION_ROUTES = (
  <>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/definitions/:definitionId">
      {(params) => (
        <Requires permission="customers.import" feature="crm" account={params.accountPrefix}>
          <DefinitionPage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/definitions/:definitionId/edit">
      {(params) => (
        <Requires permission="customers.import" feature="crm" account={params.accountPrefix} changes>
          <EditDefinitionPage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
